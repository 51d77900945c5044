/** Runs once when the server starts, before the first request; never during the build. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { shutDownOnSignal } = await import("@/lib/server/shut-down");
  const { startRuntime } = await import("@/lib/server/start-runtime");
  shutDownOnSignal();
  await startRuntime();
}
