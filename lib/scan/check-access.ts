import "server-only";
import type { AccessOutcome } from "@/lib/model/preflight";
import type { ScanRequest } from "@/lib/model/scan";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import { logError } from "@/lib/scan/log-error";
import { runPreflight } from "@/lib/scan/preflight";

/** Somebody waits for it before a page; a scan is more patient. */
const patience = { connectMs: 3000, answerMs: 5000, backoffMs: 500 };

interface CheckAccessOptions {
  readonly toolVersion: string;
  readonly signal: AbortSignal;
}

/** What a scan could do, or why it could not begin. Rejects only when it is aborted. */
export async function checkAccess(
  request: ScanRequest,
  { toolVersion, signal }: CheckAccessOptions,
): Promise<AccessOutcome> {
  try {
    return {
      status: "checked",
      preflight: await runPreflight(request, { toolVersion, signal, patience }),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ScanFailureError) return { status: "failed", failure: error.failure };
    logError("checking access", error);
    return {
      status: "failed",
      failure: {
        code: "unexpected",
        message: "The check stopped at something that was not foreseen.",
        advice: "Check again; if it stops again, the log of the Weir process says where.",
      },
    };
  }
}
