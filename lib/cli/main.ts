import { setMaxListeners } from "node:events";
import { constants } from "node:os";
import { exitCodes } from "@/lib/cli/exit-code";
import { printable } from "@/lib/cli/printable";
import { runCli } from "@/lib/cli/run-cli";

const cancelled = new AbortController();
// Every call in flight listens to it, which is many and no leak.
setMaxListeners(0, cancelled.signal);
let signalled: number | undefined;

// Both the terminal and the launcher may send it, so a second one means nothing more.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    signalled ??= 128 + constants.signals[signal];
    cancelled.abort();
  });
}

// Node would print a stack. After a cancellation, calls that were given up may still fail with nobody waiting.
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    if (cancelled.signal.aborted) return;
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`weir: something unforeseen happened: ${printable(text)}\n`);
    process.exit(exitCodes.couldNotRun);
  });
}

const exitCode = await runCli(process.argv.slice(2), cancelled.signal);
if (signalled !== undefined) process.stderr.write("weir: cancelled.\n");
// Not left to an empty event loop: calls that were given up may hold it for as long as their timeouts.
process.exit(signalled ?? exitCode);
