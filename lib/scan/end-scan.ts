import "server-only";
import type { ScanEvent, ScanEventBody, ScanSummary } from "@/lib/model/scan";
import { logError } from "@/lib/scan/log-error";
import type { ScanEnd } from "@/lib/scan/run-scan";
import { interruption, toScanFailure } from "@/lib/scan/scan-failure";
import type { ScanChange, Store } from "@/lib/storage/store";

/** Stores how a scan ended, and returns the event that says so. Never rejects. */
export async function endScan(
  scanId: string,
  end: ScanEnd,
  store: Store,
  finishedAt: string,
): Promise<ScanEventBody> {
  if (end.type === "finished") return end;
  const { event, change } = describeEnd(end);
  try {
    await store.updateScan(scanId, { ...change, finishedAt });
    return event;
  } catch (error) {
    logError(`scan ${scanId}, storing its end`, error);
    return { type: "failed", failure: toScanFailure(error, "store") };
  }
}

function describeEnd(end: Exclude<ScanEnd, { type: "finished" }>): {
  event: ScanEventBody;
  change: ScanChange;
} {
  if (end.type === "cancelled") return { event: end, change: { status: "cancelled" } };
  const failure = end.type === "failed" ? end.failure : interruption;
  const status = end.type === "failed" ? "failed" : "interrupted";
  return { event: { type: "failed", failure }, change: { status, failure } };
}

/** The one event that is left of a scan whose events are no longer at hand. */
export function terminalEvent(scan: ScanSummary, sequence: number): ScanEvent {
  const head = { sequence, at: scan.finishedAt ?? scan.startedAt };
  if (scan.status === "finished") return { ...head, type: "finished", scanId: scan.id };
  if (scan.status === "cancelled") return { ...head, type: "cancelled" };
  // One that a dead process left behind has no words of its own.
  return { ...head, type: "failed", failure: scan.failure ?? interruption };
}
