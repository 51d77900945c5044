import "server-only";
import { toolVersion } from "@/lib/config/tool-version";
import type { AccessCheck } from "@/lib/model/preflight";
import { checkAccess } from "@/lib/scan/check-access";
import { buildScanPolicy, type ScanPolicy } from "@/lib/scan/scan-policy";
import { HttpError } from "@/lib/server/http-error";
import { processState } from "@/lib/server/process-state";
import { runtime } from "@/lib/server/runtime";
import { type AccessInput, connectionOf, toScanRequest } from "@/lib/server/scan-input";
import { requireViewer } from "@/lib/server/viewer";

/** Tries each call of a scan once; the newest check is kept for its page, as long as the process runs. */
export async function startAccessCheck(input: AccessInput, left: AbortSignal): Promise<AccessCheck> {
  await requireViewer();
  const { source, demo } = await runtime();
  const chosen = input.demo === true ? await demo() : source;
  const state = processState();
  const signal = AbortSignal.any([left, state.closing.signal]);
  const outcome = await checkAccess(toScanRequest(input, chosen), { toolVersion, signal }).catch(
    (cause: unknown) => {
      throw new HttpError("unavailable", "The check was stopped.", { cause });
    },
  );
  const at = new Date().toISOString();
  return (state.accessCheck = { at, source: chosen, connection: connectionOf(input), outcome });
}

/** The newest check of access of this process. */
export async function loadAccessCheck(): Promise<AccessCheck | undefined> {
  await requireViewer();
  return processState().accessCheck;
}

/** All that a scan needs, as an identity policy. */
export async function loadScanPolicy(): Promise<ScanPolicy> {
  await requireViewer();
  return buildScanPolicy();
}
