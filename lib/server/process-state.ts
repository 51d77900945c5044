import type { AccessCheck } from "@/lib/model/preflight";
import type { Report } from "@/lib/model/report";
import type { SnapshotSource } from "@/lib/model/snapshot";
import type { ScanManager } from "@/lib/scan/scan-manager";
import type { JudgingThread } from "@/lib/server/judge/judging-thread";
import type { Store } from "@/lib/storage/store";

/** What this process works with, opened once. */
export interface Runtime {
  readonly store: Store;
  readonly scans: ScanManager;
  readonly source: SnapshotSource;
  /** The built-in demo account, served from the first time that it is asked for. */
  readonly demo: () => Promise<SnapshotSource>;
  /** Stops the running scan and lets go of the store and of the demo account. */
  close(): Promise<void>;
}

/** A thread that judged a scan, and holds what judging it again can use. */
export interface KeptThread {
  readonly thread: JudgingThread;
  readonly scanId: string;
  /** Lets go of it. */
  readonly idle: NodeJS.Timeout;
}

/** What one process holds once, however many bundles of the server's code it loads. */
export interface ProcessState {
  runtime?: Promise<Runtime>;
  /** Why this process cannot serve, in one sentence; remembered, so that every request is told. */
  failure?: string;
  /** What the last check of access came to; it goes with the process. */
  accessCheck?: AccessCheck;
  /** Reports held parsed, by scan and set. */
  readonly reports: Map<string, Promise<Report | undefined>>;
  judged?: KeptThread;
  /** Aborted when the process is asked to end; event streams close on it. */
  readonly closing: AbortController;
}

const stateKey: unique symbol = Symbol.for("weir.runtime");

/** Route handlers, pages, `proxy.ts` and `instrumentation.ts` are bundled apart; they meet on `globalThis`. */
export function processState(): ProcessState {
  const shared: typeof globalThis & { [stateKey]?: ProcessState } = globalThis;
  return (shared[stateKey] ??= { reports: new Map(), closing: new AbortController() });
}
