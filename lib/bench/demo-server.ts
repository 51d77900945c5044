import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { probePort } from "@/lib/launch/address.mjs";

const launcher = fileURLToPath(new URL("../launch/start.mjs", import.meta.url));
const startTimeoutMs = 60_000;

export interface DemoServer {
  readonly url: string;
  /** From the start of the launcher to the first answer with status 200, in seconds. */
  readonly firstPageSeconds: number;
  /** The launcher's process id; the server is its child. */
  readonly pid: number;
}

/** Runs something against a built server with the demo account and an empty store, and stops the server after it. */
export async function withDemoServer<Value>(use: (server: DemoServer) => Promise<Value>): Promise<Value> {
  const port = await probePort("127.0.0.1", 0);
  const url = `http://127.0.0.1:${port}`;
  const startedMs = performance.now();
  const child = spawn(process.execPath, [launcher, "--demo", "--temporary"], {
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    await waitForPage(url, () => child.exitCode !== null);
    return await use({ url, firstPageSeconds: (performance.now() - startedMs) / 1000, pid: child.pid ?? 0 });
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

async function waitForPage(url: string, hasEnded: () => boolean): Promise<void> {
  const deadlineMs = performance.now() + startTimeoutMs;
  while (!hasEnded() && performance.now() < deadlineMs) {
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === 200) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  throw new Error(`the server did not answer on ${url}`);
}
