import type { ScanFailure } from "@/lib/model/scan";

/** A scan that cannot run at all. What costs only some facts is a gap, never this. */
export class ScanFailureError extends Error {
  override readonly name = "ScanFailureError";
  readonly failure: ScanFailure;

  /** The cause must carry no credentials: an error's cause is printed with it. */
  constructor(failure: ScanFailure, cause?: Error) {
    super(`${failure.message} ${failure.advice}`, { cause });
    this.failure = failure;
  }
}
