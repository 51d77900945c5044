import { toolVersion } from "@/lib/config/tool-version";
import type { ScanRequest } from "@/lib/model/scan";
import { runPreflight } from "@/lib/scan/preflight";

/** Shorter than a scan's: what does not answer soon is met by the scan again, and told there. */
const patience = { connectMs: 3000, answerMs: 5000, backoffMs: 500 };

/**
 * What is missing, before a long scan says it piece by piece; nothing when nothing is known to be.
 *
 * @throws {ScanFailureError} when the scan could not run at all.
 */
export async function preflightLines(request: ScanRequest, signal: AbortSignal): Promise<string[]> {
  // The built-in account lacks what it lacks on purpose.
  if (request.source.kind === "demo") return [];
  const { missingActions, recordPolicies } = await runPreflight(request, { toolVersion, signal, patience });
  return [
    ...(missingActions.length > 0
      ? [
          `Not allowed: ${missingActions.join(", ")}`,
          "What they would tell stays unknown; `weir policy` prints all that a scan needs.",
        ]
      : []),
    ...(recordPolicies && recordPolicies.length > 0
      ? [`More than needed: ${recordPolicies.join(", ")} may let this identity read records.`]
      : []),
  ];
}
