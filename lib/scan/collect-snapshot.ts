import "server-only";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { ScanEventBody, ScanRequest } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";

export interface CollectSnapshotOptions {
  readonly request: ScanRequest;
  readonly scanId: string;
  readonly toolVersion: string;
  /** Aborting it rejects with its reason, without waiting for calls in flight. */
  readonly signal: AbortSignal;
  readonly tell: (event: ScanEventBody) => void;
  readonly now?: () => Date;
}

/**
 * Reads everything that the checks need, and says by name what could not be read.
 *
 * @throws {ScanFailureError} when the scan cannot run at all.
 */
export function collectSnapshot(options: CollectSnapshotOptions): Promise<Snapshot> {
  options.signal.throwIfAborted();
  return Promise.reject(
    new ScanFailureError({
      code: "unexpected",
      message: "Nothing was read.",
      advice: "Try the demo.",
    }),
  );
}
