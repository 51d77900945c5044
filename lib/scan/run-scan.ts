import "server-only";
import type { ScanEventBody, ScanSummary } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";
import type { CollectSnapshotOptions } from "@/lib/scan/collect-snapshot";
import type { EventLog } from "@/lib/scan/event-log";
import { judgeHere, type Judge } from "@/lib/scan/judge";
import { judgeInput } from "@/lib/scan/judge-input";
import { logError } from "@/lib/scan/log-error";
import { toScanFailure } from "@/lib/scan/scan-failure";
import type { ScanStage } from "@/lib/scan/scan-failure";
import type { ScanChange, ScanResult, Store } from "@/lib/storage/store";

export interface RunScanOptions {
  readonly store: Store;
  readonly toolVersion: string;
  readonly collect: (options: CollectSnapshotOptions) => Promise<Snapshot>;
  /** In this thread, unless others wait for it. */
  readonly judge?: Judge;
  readonly now: () => Date;
}

/** Why a scan was stopped. */
export type ScanStop = { readonly type: "cancelled" } | { readonly type: "interrupted" };
export type ScanEnd = Extract<ScanEventBody, { type: "finished" | "failed" }> | ScanStop;

/** Collects, judges and stores: a scan is finished only when all of it is kept. Never rejects. */
export async function runScan(
  { id: scanId, request }: Pick<ScanSummary, "id" | "request">,
  { store, toolVersion, collect, judge = judgeHere, now }: RunScanOptions,
  signal: AbortSignal,
  log: Pick<EventLog, "tell">,
): Promise<ScanEnd> {
  let stage: ScanStage = "collect";
  let written: Promise<unknown> = Promise.resolve();
  let who: Who | undefined;
  const onEvent = (event: ScanEventBody) => {
    if (event.type === "identified") who = whoIn(event);
    const change = summaryIn(event);
    if (change) written = written.then(() => store.updateScan(scanId, change));
    log.tell(event);
  };
  log.tell({ type: "started", scanId });
  try {
    const options = { request, scanId, toolVersion, signal, tell: onEvent, now };
    const snapshot = await untilAborted(collect(options), signal);
    stage = "judge";
    const report = await judge(await judgeInput(store, { snapshot, set: request.set }, now()), signal);
    stage = "store";
    await written;
    await store.finishScan(scanId, {
      finishedAt: snapshot.finishedAt,
      ...(who ?? whoIn(report.scan)),
      snapshot,
      report,
    });
    return { type: "finished", scanId };
  } catch (error) {
    await written.catch((cause: unknown) => logError("storing who was scanned", cause));
    if (stage !== "store" && signal.aborted) return stopOf(signal);
    const failure = toScanFailure(error, stage);
    if (failure.code === "unexpected") logError(`scan ${scanId}, ${stage}`, error);
    return { type: "failed", failure };
  }
}

/** A signal aborts with the type of the stop as its reason. */
export function stopOf({ reason }: AbortSignal): ScanStop {
  return reason === "interrupted" ? { type: "interrupted" } : { type: "cancelled" };
}

type Who = Pick<ScanResult, "accountId" | "identityArn">;

function whoIn({ accountId, identityArn }: Who): Who {
  return { accountId, identityArn };
}

/** What lists show of a scan as soon as it is known. */
function summaryIn(event: ScanEventBody): ScanChange | undefined {
  if (event.type === "identified") return whoIn(event);
  return event.type === "accounts" ? { accountIds: event.accountIds } : undefined;
}

/** Does not wait for a collector that is slow to notice. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error("The scan was aborted."));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
