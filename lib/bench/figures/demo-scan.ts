import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { withDemoServer } from "../demo-server";
import type { DemoServer } from "../demo-server";
import type { Figure } from "../figure";

/** One audit of the demo account: from the request for it to the stored report. */
export const figures: readonly Figure[] = [
  { name: "demo.scan", unit: "s", runs: 5, measure: () => withDemoServer(scanSeconds) },
  { name: "demo.scan.memory", unit: "MB", runs: 3, measure: () => withDemoServer(peakMegabytes) },
];

const scanSchema = z.object({ scan: z.object({ id: z.string(), status: z.string() }) });
const listSchema = z.object({ scans: z.array(z.object({ status: z.string() })) });
const pollMs = 20;
const scanTimeoutMs = 60_000;

async function scanSeconds({ url }: DemoServer): Promise<number> {
  await until(async () => {
    const { scans } = listSchema.parse(await (await fetch(`${url}/api/scans`)).json());
    return scans.length > 0 && scans.every(({ status }) => status !== "running");
  });
  const startedMs = performance.now();
  const response = await fetch(`${url}/api/scans`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: "{}",
  });
  const { scan } = scanSchema.parse(await response.json());
  await until(async () => {
    const now = scanSchema.parse(await (await fetch(`${url}/api/scans/${scan.id}`)).json());
    return now.scan.status === "finished";
  });
  return (performance.now() - startedMs) / 1000;
}

/** The largest resident size that the server reached, its start and two audits included. Linux only. */
async function peakMegabytes(server: DemoServer): Promise<number> {
  await scanSeconds(server);
  const status = readFileSync(`/proc/${serverPid(server.pid)}/status`, "utf8");
  const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  if (peak === undefined) throw new Error("the kernel does not say how much memory the server used");
  return Number(peak) / 1024;
}

/** The launcher's child. */
function serverPid(launcherPid: number): string {
  return (
    execFileSync("pgrep", ["-P", String(launcherPid)], { encoding: "utf8" })
      .trim()
      .split("\n")[0] ?? ""
  );
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + scanTimeoutMs;
  while (performance.now() < deadlineMs) {
    if (await holds()) return;
    await new Promise((resolve) => {
      setTimeout(resolve, pollMs);
    });
  }
  throw new Error("the scan did not end within a minute");
}
