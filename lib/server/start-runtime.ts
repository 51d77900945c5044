import "server-only";
import { processState } from "@/lib/server/process-state";
import { runtime } from "@/lib/server/runtime";

/**
 * Opens the store before the first request has to wait for it. A start that fails does not stop the
 * server: it stays to say why, on every page.
 */
export async function startRuntime(): Promise<void> {
  try {
    await runtime();
  } catch {
    process.stderr.write(`weir: ${processState().failure ?? "the start failed"}\n`);
  }
}
