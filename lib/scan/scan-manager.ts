import "server-only";
import { randomUUID } from "node:crypto";
import { canResume, resumableMs } from "@/lib/model/scan";
import type { ScanEvent, ScanRequest, ScanSummary } from "@/lib/model/scan";
import { endScan, terminalEvent } from "@/lib/scan/end-scan";
import { EventLog } from "@/lib/scan/event-log";
import { runScan, stopOf } from "@/lib/scan/run-scan";
import type { RunScanOptions, ScanToRun } from "@/lib/scan/run-scan";

export type ScanManagerOptions = Omit<RunScanOptions, "now"> & Partial<Pick<RunScanOptions, "now">>;

/** Runs scans one after another and tells what they do. */
export interface ScanManager {
  /** Queues a scan and returns at once. */
  start(request: ScanRequest): Promise<ScanSummary>;
  /** Lets a scan go on that was stopped; false: it is not one that can. */
  resume(scan: ScanSummary): Promise<boolean>;
  /** Stops a scan that runs or waits, and resolves once it has stopped; false: there is no such scan. */
  cancel(scanId: string): Promise<boolean>;
  /**
   * The events after a sequence number, then those to come; ends after the terminal one, or when `signal`
   * aborts. Ends at once for a scan that does not exist.
   */
  watch(scanId: string, afterSequence: number, signal: AbortSignal): AsyncGenerator<ScanEvent>;
  /** Stops what runs or waits and marks it interrupted; nothing can be started afterwards. */
  close(): Promise<void>;
}

interface LiveScan {
  readonly controller: AbortController;
  /** Resolves when the scan has ended, however it did. */
  readonly ended: Promise<void>;
}

/** Ended scans whose events are still at hand; an older one is told by its terminal event alone. */
const keptLogsMax = 20;

export function createScanManager({ now = () => new Date(), ...rest }: ScanManagerOptions): ScanManager {
  const options: RunScanOptions = { ...rest, now };
  const { store } = options;
  const live = new Map<string, LiveScan>();
  const logs = new Map<string, EventLog>();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function run(scan: ScanToRun, log: EventLog, signal: AbortSignal): Promise<void> {
    await Promise.race([queue, abortOf(signal)]);
    const end = signal.aborted ? stopOf(signal) : await runScan(scan, options, signal, log);
    const terminal = await endScan(scan.id, end, store, now().toISOString());
    live.delete(scan.id);
    log.tell(terminal);
    dropOldLogs(logs, live);
  }

  function begin(scan: ScanToRun): void {
    const [log, controller] = [new EventLog(now), new AbortController()];
    const ended = run(scan, log, controller.signal);
    queue = Promise.all([queue, ended]);
    logs.set(scan.id, log);
    live.set(scan.id, { controller, ended });
  }

  return {
    async start(request) {
      if (closed) throw new Error("The scan manager is closed.");
      const scan = newScan(request, now());
      await store.createScan(scan);
      await store.forgetReads(new Date(now().getTime() - resumableMs).toISOString());
      begin(scan);
      return scan;
    },

    async resume(scan) {
      if (closed) throw new Error("The scan manager is closed.");
      const isStopped = !live.has(scan.id) && canResume(scan, now());
      if (!isStopped || !(await store.reopenScan(scan.id))) return false;
      begin({ ...scan, isResumed: true });
      return true;
    },

    async cancel(scanId) {
      const scan = live.get(scanId);
      scan?.controller.abort("cancelled");
      await scan?.ended;
      return scan !== undefined;
    },

    async *watch(scanId, afterSequence, signal) {
      const log = logs.get(scanId);
      if (log) {
        yield* log.follow(afterSequence, signal);
        return;
      }
      const scan = signal.aborted ? undefined : await store.scan(scanId);
      if (scan) yield terminalEvent(scan, afterSequence + 1);
    },

    async close() {
      closed = true;
      for (const { controller } of live.values()) controller.abort("interrupted");
      await queue;
    },
  };
}

function newScan(request: ScanRequest, at: Date): ScanSummary {
  return { id: randomUUID(), status: "running", startedAt: at.toISOString(), request, pinned: false };
}

function dropOldLogs(logs: Map<string, EventLog>, live: ReadonlyMap<string, LiveScan>): void {
  const ended = [...logs.keys()].filter((each) => !live.has(each));
  for (const each of ended.slice(0, -keptLogsMax)) logs.delete(each);
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
