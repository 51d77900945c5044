import type { ScanFailure } from "@/lib/model/scan";

/** A scan that cannot run at all. What costs only some facts is a gap, never this. */
export class ScanFailureError extends Error {
  override readonly name = "ScanFailureError";
  readonly failure: ScanFailure;

  constructor(failure: ScanFailure, cause?: unknown) {
    super(`${failure.message} ${failure.advice}`, { cause });
    this.failure = failure;
  }
}
