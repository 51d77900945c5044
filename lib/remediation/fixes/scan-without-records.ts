import type { Fix, FixInput } from "@/lib/remediation/fix";
import { takeDuties } from "@/lib/remediation/fixes/take-duties";

/** KDS-OPS-05: what scans looks, and touches nothing. */
export function scanWithoutRecords(input: FixInput): Fix | undefined {
  const { finding } = input;
  return takeDuties(
    { ...input, finding: { ...finding, streamArns: [] } },
    {
      duties: ["administer", "share", "reshard", "produce", "consume", "manage-key"],
      about: "scan-only",
      doing: "everything but looking",
      announces: [
        { words: "Scan with a role of its own, if somebody works with this one." },
        { checkId: "KDS-LP-07", words: "What it could do to get at records counts once it holds none." },
      ],
    },
  );
}
