import "server-only";
import type { ScanEvent, ScanSummary } from "@/lib/model/scan";
import { HttpError } from "@/lib/server/http-error";
import { journalEntry } from "@/lib/server/journal";
import { forgetJudged } from "@/lib/server/judge/judge-in-thread";
import { forgetReports } from "@/lib/server/report-cache";
import { applyRetention } from "@/lib/server/retention";
import { runtime } from "@/lib/server/runtime";
import { connectionOf, toScanRequest, type ScanInput } from "@/lib/server/scan-input";
import { requireViewer } from "@/lib/server/viewer";

/** All scans, the newest first. */
export async function loadScans(): Promise<readonly ScanSummary[]> {
  await requireViewer();
  const scans = await (await runtime()).store.scans();
  return scans.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
}

export async function loadScan(scanId: string): Promise<ScanSummary | undefined> {
  await requireViewer();
  return (await runtime()).store.scan(scanId);
}

/** Starts a scan, or queues it behind the one that runs. */
export async function startScan(input: ScanInput): Promise<ScanSummary> {
  await requireViewer();
  const { scans, source, demo, store } = await runtime();
  const connection = connectionOf(input);
  if (input.remember === true)
    await store.saveConnection(Object.keys(connection).length > 0 ? connection : undefined);
  await applyRetention(await runtime());
  return scans.start(toScanRequest(input, input.demo === true ? await demo() : source));
}

/** Stops a scan that runs or waits; a 409 for one that has ended. */
export async function cancelScan(scanId: string): Promise<void> {
  const scan = await requireScan(scanId);
  if (scan.status !== "running")
    throw new HttpError("conflict", `The scan is ${scan.status} and cannot be cancelled.`);
  await (await runtime()).scans.cancel(scanId);
}

/** Lets a scan go on that was stopped; a 409 with the reason for one that cannot. */
export async function resumeScan(scanId: string): Promise<ScanSummary> {
  const scan = await requireScan(scanId);
  const { scans, demo } = await runtime();
  const { request } = scan;
  // The demo account has another address in each process.
  const source = request.source.kind === "demo" ? await demo() : request.source;
  if (!(await scans.resume({ ...scan, request: { ...request, source } })))
    throw new HttpError(
      "conflict",
      `The scan is ${scan.status}, of ${scan.startedAt}: one can go on that was interrupted, or whose credentials expired, for an hour after it began.`,
    );
  return requireScan(scanId);
}

/** Removes a scan that has ended, with its snapshot and report; a 409 for one that runs. */
export async function removeScan(scanId: string): Promise<void> {
  const scan = await requireScan(scanId);
  if (scan.status === "running") throw new HttpError("conflict", "The scan is running; cancel it first.");
  const { store } = await runtime();
  await store.deleteScan(scanId);
  await store.note(journalEntry("scan-removed", `The scan of ${scan.startedAt}, ${scan.status}.`));
  forgetReports(scanId);
  forgetJudged(scanId);
}

/** Keeps a scan whatever its age, or lets it go with the others. */
export async function pinScan(scanId: string, pinned: boolean): Promise<ScanSummary> {
  const scan = await requireScan(scanId);
  const { store } = await runtime();
  await store.pinScan(scanId, pinned);
  const what = pinned ? "kept whatever its age" : "let go with the others";
  await store.note(journalEntry("scan-pinned", `The scan of ${scan.startedAt} is ${what}.`));
  return { ...scan, pinned };
}

/** The events of a scan after a number, those already told and those to come; ends with the scan. */
export async function watchScan(
  scanId: string,
  afterSequence: number,
  signal: AbortSignal,
): Promise<AsyncGenerator<ScanEvent>> {
  await requireScan(scanId);
  return (await runtime()).scans.watch(scanId, afterSequence, signal);
}

async function requireScan(scanId: string): Promise<ScanSummary> {
  const scan = await loadScan(scanId);
  if (!scan) throw new HttpError("not-found", "There is no such scan.");
  return scan;
}
