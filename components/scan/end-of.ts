import type { ScanFailure, ScanSummary } from "@/lib/model/scan";

/** Why a scan has no report, where it has none and is not on its way to one. */
export function endOf({ status, failure }: Pick<ScanSummary, "status" | "failure">): ScanFailure | undefined {
  if (failure) return failure;
  if (status === "interrupted")
    return {
      code: "unexpected",
      message: "The scan was interrupted: the process that ran it ended.",
      advice: "There is no report of it. Let it go on within an hour of its start, or start it again.",
    };
  if (status === "cancelled")
    return {
      code: "unexpected",
      message: "The scan was cancelled before it had read everything.",
      advice: "Nothing of it was kept. Start it again when it suits you.",
    };
  return undefined;
}
