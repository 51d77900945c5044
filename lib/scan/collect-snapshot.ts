import "server-only";
import { setMaxListeners } from "node:events";
import { openSession, type Patience } from "@/lib/aws/open-session";
import type { ReadJournal } from "@/lib/aws/read-journal";
import type { ScanEventBody, ScanRequest } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";
import { collectAccounts } from "@/lib/scan/collect-accounts";

export interface CollectSnapshotOptions {
  readonly request: ScanRequest;
  readonly scanId: string;
  readonly toolVersion: string;
  /** Aborting it rejects with its reason, without waiting for calls in flight. */
  readonly signal: AbortSignal;
  readonly tell: (event: ScanEventBody) => void;
  readonly now?: () => Date;
  readonly patience?: Patience;
  /** What an earlier run read is taken over, and what this one reads is kept. */
  readonly journal?: ReadJournal;
  /** When the scan began, where this run goes on with it. */
  readonly begunAt?: string | undefined;
}

/**
 * Reads everything that the checks need, and says by name what could not be read.
 *
 * @throws {ScanFailureError} when the scan cannot run at all.
 */
export async function collectSnapshot(options: CollectSnapshotOptions): Promise<Snapshot> {
  options.signal.throwIfAborted();
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  // Every call in flight listens to it, hundreds at a time.
  setMaxListeners(0, signal);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(asError(signal.reason)), { once: true });
  });
  try {
    return await Promise.race([collect({ ...options, signal }), aborted]);
  } finally {
    // Whatever is still under way after a failure has nobody left to answer to.
    ended.abort();
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The scan was cancelled.", { cause: reason });
}

async function collect(options: CollectSnapshotOptions): Promise<Snapshot> {
  const { request, scanId, toolVersion, signal, now = () => new Date(), begunAt } = options;
  const runAt = now().toISOString();
  const tell = (event: ScanEventBody) => {
    if (!signal.aborted) options.tell(event);
  };
  const session = await openSession({ ...options, tell, now });
  try {
    const read = await collectAccounts(session, request, tell);
    return {
      schemaVersion: 1,
      tool: { name: "weir", version: toolVersion },
      scanId,
      startedAt: begunAt ?? runAt,
      ...(begunAt !== undefined && { resumedAt: runAt }),
      finishedAt: now().toISOString(),
      source: session.source(),
      ...read,
    };
  } finally {
    session.close();
  }
}
