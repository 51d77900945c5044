import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { ScanFailure } from "@/lib/model/scan";

/** What was being done when it went wrong. */
export type ScanStage = "collect" | "judge" | "store";

const messages: Readonly<Record<ScanStage, string>> = {
  collect: "The scan stopped at something that was not foreseen.",
  judge: "The report could not be built from what was read.",
  store: "The scan could not be stored.",
};

const advice: Readonly<Record<ScanStage, string>> = {
  collect: "Scan again; if it stops again, the log of the Weir process says where.",
  judge: "The log of the Weir process says where it stopped; please report it as a fault of Weir.",
  store: "See whether the disk of the data folder is full; the log of the Weir process has the details.",
};

/** Words for people; what the error itself says may hold more than they should see, and goes to the log. */
export function toScanFailure(error: unknown, stage: ScanStage): ScanFailure {
  if (error instanceof ScanFailureError) return error.failure;
  return { code: "unexpected", message: messages[stage], advice: advice[stage] };
}

export const interruption: ScanFailure = {
  code: "unexpected",
  message: "The scan was interrupted: the process that ran it ended.",
  advice: "Let it go on within an hour of its start, or start it again.",
};
