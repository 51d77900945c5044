import type { Decisions, ReportWaiver, Waiver } from "@/lib/model/decision";
import type { Finding, ReportPolicy } from "@/lib/model/report";
import { changesSince, evidenceReader } from "@/lib/scan/report/decisions/waived-evidence";

interface JudgedFindings {
  readonly findings: readonly Finding[];
  readonly policies: readonly ReportPolicy[];
  readonly accountIds: ReadonlySet<string>;
  /** The checks that the report holds; waivers of others are not its matter. */
  readonly checkIds: ReadonlySet<string>;
  readonly hash: (text: string) => string;
}

/** Says of each waiver of the report's accounts and checks whether it holds, and if not, why. */
export function decideWaivers(
  { on, waivers }: Decisions,
  { findings, policies, accountIds, checkIds, hash }: JudgedFindings,
): ReportWaiver[] {
  const failing = new Map(
    findings.filter(({ status }) => status === "fail").map((finding) => [finding.findingId, finding]),
  );
  const evidenceOf = evidenceReader(policies, hash);
  const stateOf = (waiver: Waiver): Pick<ReportWaiver, "state" | "because"> => {
    const { streamArns, expiresOn } = waiver;
    const finding = failing.get(waiver.findingId);
    if (!finding)
      return { state: "unmatched", because: "No failing finding of this scan is the one that it accepts." };
    if (streamArns && !streamArns.some((arn) => finding.streamArns.includes(arn)))
      return { state: "unmatched", because: "The finding weighs on none of the streams that it names." };
    if (expiresOn < on) return { state: "expired", because: `It held until ${expiresOn}.` };
    const changes = changesSince(waiver.evidence, evidenceOf(finding), streamArns);
    return changes.length > 0
      ? { state: "changed", because: changes.join(" ") }
      : { state: "in-force", because: `It holds until ${expiresOn}.` };
  };
  return waivers
    .filter(({ accountId, checkId }) => accountIds.has(accountId) && checkIds.has(checkId))
    .map((waiver) => Object.assign({}, waiver, stateOf(waiver)));
}
