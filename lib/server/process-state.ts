import type { Runtime } from "@/lib/server/runtime";

/** What one process holds once, however many bundles of the server's code it loads. */
export interface ProcessState {
  runtime?: Promise<Runtime>;
  /** Why this process cannot serve, in one sentence; remembered, so that every request is told. */
  failure?: string;
  /** Aborted when the process is asked to end; event streams close on it. */
  readonly closing: AbortController;
}

const stateKey: unique symbol = Symbol.for("weir.runtime");

/** Route handlers, pages, `proxy.ts` and `instrumentation.ts` are bundled apart; they meet on `globalThis`. */
export function processState(): ProcessState {
  const shared: typeof globalThis & { [stateKey]?: ProcessState } = globalThis;
  return (shared[stateKey] ??= { closing: new AbortController() });
}
