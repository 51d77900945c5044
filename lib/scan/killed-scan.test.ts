import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { startDemoAccount } from "@/lib/demo/start-demo-account";
import { reportSchema } from "@/lib/model/report";
import type { ScanSummary } from "@/lib/model/scan";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { createScanManager } from "@/lib/scan/scan-manager";
import { withoutTimes } from "@/lib/scan/test-resume";
import { sha256 } from "@/lib/scan/sha256";
import { openStore } from "@/lib/storage/open-store";

const kills = 20;
/** A scan of the demo account and its storing take about as long, in milliseconds. */
const scanMs = 2500;

const folder = mkdtempSync(join(tmpdir(), "weir-killed-"));
const dataDir = join(folder, "data");
afterAll(() => rmSync(folder, { recursive: true }));

/** Ids of scans that were begun, and the hashes of reports that were said to be kept. */
interface Said {
  readonly started: Set<string>;
  readonly finished: Map<string, string>;
}

it(
  `keeps every finished scan byte for byte, and calls the others interrupted, after ${kills} kills at random moments`,
  async () => {
    const said: Said = { started: new Set(), finished: new Map() };
    let next = startProcess();
    for (let round = 0; round < kills; round += 1) {
      const child = next;
      if (round + 1 < kills) next = startProcess();
      // It opens what the killed one left.
      await scanAndKill(child, said, Math.round(Math.random() * scanMs));
    }
    expect(said.started.size).toBeGreaterThanOrEqual(kills);
    expect(await storeAgrees(said)).toEqual([]);
    expect(await goOn()).toEqual([]);
  },
  kills * 30_000,
);

function startProcess() {
  const args = ["--conditions=react-server", "--import=tsx", "lib/scan/test-scanning.ts", dataDir];
  return spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
}

async function scanAndKill(
  child: ReturnType<typeof startProcess>,
  { started, finished }: Said,
  delayMs: number,
): Promise<void> {
  const ended = once(child, "exit");
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [what, id = "", hash = ""] = line.split(" ");
      if (what === "started") started.add(id);
      else finished.set(id, hash);
    }
  });
  child.stdin.write("go\n");
  await once(child.stdout, "data");
  await new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

/** The scans that were interrupted and do not come to the report of one that was not. */
async function goOn(): Promise<string[]> {
  const store = await openStore({ dataDir });
  const server = await startDemoAccount();
  const scans = createScanManager({ store, toolVersion: "0.0.0", collect: collectSnapshot });
  const source = { kind: "demo", endpoint: server.url } as const;
  const reportOf = async ({ id }: Pick<ScanSummary, "id">) => {
    for await (const _event of scans.watch(id, 0, new AbortController().signal));
    return withoutTimes(String(await store.reportText(id, "full")));
  };
  try {
    const stopped = (await store.scans()).filter(({ status }) => status === "interrupted");
    const [first] = stopped;
    if (!first) return ["no scan was interrupted"];
    const undisturbed = await reportOf(await scans.start({ ...first.request, source }));
    const problems: string[] = [];
    for (const scan of stopped) {
      const isTaken = await scans.resume({ ...scan, request: { ...scan.request, source } });
      if (!isTaken || (await reportOf(scan)) !== undisturbed)
        problems.push(`${scan.id} came to another report`);
    }
    return problems;
  } finally {
    await scans.close();
    await server.close();
    await store.close();
  }
}

/** What the store does not hold as it was said to. A scan may have been kept without having lived to say so. */
async function storeAgrees({ started, finished }: Said): Promise<string[]> {
  const store = await openStore({ dataDir });
  try {
    const problems: string[] = [];
    const statuses = new Map((await store.scans()).map(({ id, status }) => [id, status]));
    for (const id of started) {
      const status = statuses.get(id);
      const text = await store.reportText(id, "full");
      if (finished.has(id) && (status !== "finished" || sha256(String(text)) !== finished.get(id)))
        problems.push(`${id} was finished, and is ${status} with another report`);
      if (status === "finished" && !reportSchema.safeParse(JSON.parse(String(text))).success)
        problems.push(`${id} is finished without a whole report`);
      if (status !== "finished" && (status !== "interrupted" || text !== undefined))
        problems.push(`${id} is ${status}${text === undefined ? "" : " and has a report"}`);
    }
    return problems;
  } finally {
    await store.close();
  }
}
