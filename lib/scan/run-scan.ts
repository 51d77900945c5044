import "server-only";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import { ScanJournal } from "@/lib/scan/scan-journal";
import type { ScanEventBody, ScanFailure, ScanSummary } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";
import type { CollectSnapshotOptions } from "@/lib/scan/collect-snapshot";
import type { EventLog } from "@/lib/scan/event-log";
import { judgeHere, type Judge } from "@/lib/scan/judge";
import { judgedBy } from "@/lib/scan/judged-by";
import { logError } from "@/lib/scan/log-error";
import { describeScan } from "@/lib/scan/report/describe-scan";
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

/** A scan as it is asked for, or as it was when it was stopped. */
export type ScanToRun = Pick<ScanSummary, "id" | "request" | "startedAt" | "accountId" | "identityArn"> & {
  /** It goes on where it was. */
  readonly isResumed?: boolean;
};

/** Collects, judges and stores: a scan is finished only when all of it is kept. Never rejects. */
export async function runScan(
  scan: ScanToRun,
  { store, toolVersion, collect, judge = judgeHere, now }: RunScanOptions,
  signal: AbortSignal,
  log: Pick<EventLog, "tell">,
): Promise<ScanEnd> {
  const { id: scanId, request, isResumed = false } = scan;
  const refusal = new AbortController();
  const either = AbortSignal.any([signal, refusal.signal]);
  let stage: ScanStage = "collect";
  let written: Promise<unknown> = Promise.resolve();
  let who: Who | undefined;
  let journal: ScanJournal | undefined;
  const onEvent = (event: ScanEventBody) => {
    if (event.type === "identified") who = whoIn(event);
    const failure = reasonToStop(event, scan);
    if (failure) refusal.abort(new ScanFailureError(failure));
    const change = failure ? undefined : summaryIn(event);
    if (change) written = written.then(() => store.updateScan(scanId, change));
    log.tell(event);
  };
  log.tell({ type: "started", scanId });
  try {
    const before = isResumed ? await store.reads(scanId) : undefined;
    journal = new ScanJournal({ scanId, toolVersion }, store, before);
    const begunAt = isResumed ? scan.startedAt : undefined;
    const options = { request, scanId, toolVersion, signal: either, tell: onEvent, now, journal, begunAt };
    const snapshot = await untilAborted(collect(options), either);
    await journal.end();
    stage = "judge";
    const report = await judge({ snapshot, ...(await judgedBy(store, request.set, now())) }, signal);
    stage = "store";
    await written;
    await store.finishScan(scanId, {
      finishedAt: snapshot.finishedAt,
      ...(who ?? whoIn(describeScan(snapshot, request.set))),
      snapshot,
      report,
    });
    return { type: "finished", scanId };
  } catch (error) {
    await journal?.end();
    await written.catch((cause: unknown) => logError("storing who was scanned", cause));
    if (stage !== "store" && signal.aborted) return stopOf(signal);
    const failure = toScanFailure(error, stage);
    if (failure.code === "unexpected") logError(`scan ${scanId}, ${stage}`, error);
    return { type: "failed", failure };
  }
}

/** Going on would lose every fact that is still to come, or mix those of two accounts. */
function reasonToStop(
  event: ScanEventBody,
  { accountId, identityArn, isResumed = false }: ScanToRun,
): ScanFailure | undefined {
  if (event.type === "gap" && event.gap.reason === "expired-credentials")
    return {
      code: "expired-credentials",
      message: "The AWS credentials expired while the scan ran.",
      advice: "Sign in again, then let the scan go on: what it has read is kept for an hour.",
    };
  if (isResumed && event.type === "identified" && accountId !== undefined && event.accountId !== accountId)
    return {
      code: "access-denied",
      message: `The scan is of account ${accountId}, and the credentials are of account ${event.accountId}.`,
      advice: "Sign in to the account that the scan began with, or start another scan.",
    };
  if (
    isResumed &&
    event.type === "identified" &&
    identityArn &&
    !isSameCaller(event.identityArn, identityArn)
  )
    return {
      code: "access-denied",
      message: `The scan was begun as ${identityArn}, and the credentials are of ${event.identityArn}.`,
      advice: "Sign in as who began the scan, or start another scan.",
    };
  return undefined;
}

/** A new sign-in may name its session otherwise: the role is the same. */
function isSameCaller(one: string, other: string): boolean {
  const roleOf = (arn: string) => arn.replace(/(:assumed-role\/[^/]+)\/.*$/, "$1");
  return roleOf(one) === roleOf(other);
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
    const stop = () => {
      const { reason } = signal;
      reject(reason instanceof Error ? reason : new Error("The scan was aborted."));
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
