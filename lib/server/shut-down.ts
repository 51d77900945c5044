import "server-only";
import { constants } from "node:os";
import { processState } from "@/lib/server/process-state";

/** How long an orderly end may take before the process ends anyway. */
const graceMs = 5000;

/**
 * Ends the process in order when it is asked to: event streams, the running scan, the store.
 *
 * With one event stream open, Next alone never ends: it waits for every connection to close.
 */
export function shutDownOnSignal(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void shutDown(128 + constants.signals[signal]));
  }
}

async function shutDown(exitCode: number): Promise<void> {
  const state = processState();
  setTimeout(() => process.exit(exitCode), graceMs).unref();
  state.closing.abort();
  try {
    await (await state.runtime)?.close();
  } catch (error) {
    if (state.failure === undefined) process.stderr.write(`weir: ${String(error)}\n`);
  }
  process.exit(exitCode);
}
