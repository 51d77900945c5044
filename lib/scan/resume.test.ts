import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { demoFaults } from "@/lib/demo/account/demo-faults";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { ScanSummary } from "@/lib/model/scan";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { createScanManager, type ScanManager } from "@/lib/scan/scan-manager";
import { movedTo } from "@/lib/scan/test-accounts";
import { withoutTimes } from "@/lib/scan/test-resume";
import { buildRequest, given } from "@/lib/scan/test-scan";
import { openStore } from "@/lib/storage/open-store";
import type { Store } from "@/lib/storage/store";

const timeout = 120_000;
const dataDir = mkdtempSync(join(tmpdir(), "weir-resume-"));
const account = buildDemoAccount();
let store: Store;
let server: WireServer;
let scans: ScanManager;
let undisturbed: string;
let wholeCalls: number;

beforeAll(async () => {
  store = await openStore({ dataDir });
  await startServer();
  open();
  undisturbed = withoutTimes(await reportOf((await finish(await scans.start(request()))).id));
  wholeCalls = server.calls.count();
  await server.close();
}, timeout);
beforeEach(startServer);
afterEach(async () => {
  await scans.close();
  await server.close();
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

async function startServer(): Promise<void> {
  server = await startWireServer(account, { latencyMs: 2 });
  for (const fault of demoFaults) server.faults.add(fault);
}

function open({ now = () => new Date(), toolVersion = "0.0.0" } = {}): void {
  scans = createScanManager({ store, toolVersion, collect: collectSnapshot, now });
}

const request = () => buildRequest(server.url, { allRegions: true });

async function finish({ id }: Pick<ScanSummary, "id">): Promise<ScanSummary> {
  for await (const _event of scans.watch(id, 0, new AbortController().signal));
  return given(await store.scan(id), "scan");
}

async function reportOf(id: string): Promise<string> {
  return given(await store.reportText(id, "full"), "report");
}

/** A scan that loses its process after so many calls. */
async function stopAfter(calls: number): Promise<ScanSummary> {
  open();
  const { id } = await scans.start(request());
  while (server.calls.count() < calls)
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  await scans.close();
  return given(await store.scan(id), "scan");
}

describe("a scan that lost its process", () => {
  it.each([1, 20, 75, 130, 180, 220])(
    "after %i calls goes on to the report of one that did not, and asks for no fact twice",
    async (calls) => {
      const stopped = await stopAfter(calls);
      expect(stopped.status).toBe("interrupted");
      open();
      expect(await scans.resume(stopped)).toBe(true);
      const { status } = await finish(stopped);
      expect(status).toBe("finished");
      const text = await reportOf(stopped.id);
      expect(withoutTimes(text)).toBe(undisturbed);
      const { scan } = given(await store.report(stopped.id, "full"), "report");
      expect(scan.startedAt).toBe(stopped.startedAt);
      expect(given(scan.resumedAt, "time") > stopped.startedAt).toBe(true);
      expect((await store.reads(stopped.id)).size).toBe(0);
      // Those that were under way are made again, and those that give no fact.
      expect(server.calls.count()).toBeLessThan(wholeCalls + 80);
    },
    timeout,
  );
});

it(
  "asks for all facts again as another version, which may keep them in another shape",
  async () => {
    const stopped = await stopAfter(wholeCalls - 40);
    const facts = (await store.reads(stopped.id)).size;
    expect(facts).toBeGreaterThan(100);
    open({ toolVersion: "0.0.1" });
    const before = server.calls.count();
    expect(await scans.resume(stopped)).toBe(true);
    expect((await finish(stopped)).status).toBe("finished");
    expect(server.calls.count() - before).toBe(wholeCalls);
  },
  timeout,
);

it(
  "stops when its credentials expire, and goes on with new ones",
  async () => {
    open();
    const restore = server.faults.add({ operation: "kinesis:GetResourcePolicy", kind: "expired-token" });
    const stopped = await finish(await scans.start(request()));
    expect(stopped).toMatchObject({ status: "failed", failure: { code: "expired-credentials" } });
    expect((await store.reads(stopped.id)).size).toBeGreaterThan(20);
    restore();
    expect(await scans.resume(stopped)).toBe(true);
    expect((await finish(stopped)).status).toBe("finished");
    expect(withoutTimes(await reportOf(stopped.id))).toBe(undisturbed);
  },
  timeout,
);

it(
  "does not go on as somebody of another account",
  async () => {
    const stopped = await stopAfter(50);
    server.setAccount(movedTo(account, "444455556666"));
    open();
    expect(await scans.resume(stopped)).toBe(true);
    const { status, failure } = await finish(stopped);
    expect(status).toBe("failed");
    expect(failure?.message).toBe(
      `The scan is of account ${account.accountId}, and the credentials are of account 444455556666.`,
    );
  },
  timeout,
);

it.each([
  { callerArn: `arn:aws:iam::${account.accountId}:user/somebody-else`, status: "failed" },
  {
    callerArn: `arn:aws:sts::${account.accountId}:assumed-role/weir-auditor/another-session`,
    status: "finished",
  },
])(
  "that goes on as $callerArn is $status",
  async ({ callerArn, status }) => {
    const stopped = await stopAfter(50);
    server.setAccount({ ...account, callerArn });
    open();
    expect(await scans.resume(stopped)).toBe(true);
    expect((await finish(stopped)).status).toBe(status);
  },
  timeout,
);

it(
  "is over after an hour, and its facts go with the next scan",
  async () => {
    const stopped = await stopAfter(100);
    open({ now: () => new Date(Date.parse(stopped.startedAt) + 60 * 60_000 + 1) });
    expect((await store.reads(stopped.id)).size).toBeGreaterThan(0);
    expect(await scans.resume(stopped)).toBe(false);
    await finish(await scans.start(request()));
    expect((await store.reads(stopped.id)).size).toBe(0);
    expect(await scans.resume(given(await store.scan(stopped.id), "scan"))).toBe(false);
  },
  timeout,
);

it(
  "names each fact once, and keeps it as it is",
  async () => {
    open();
    const names: string[] = [];
    await collectSnapshot({
      request: request(),
      scanId: "scan-1",
      toolVersion: "0.0.0",
      signal: new AbortController().signal,
      tell: () => undefined,
      journal: {
        recall: () => undefined,
        keep(name, fact) {
          names.push(name);
          expect(deserialize(serialize(fact))).toEqual(fact);
        },
      },
    });
    expect(names.length).toBeGreaterThan(150);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  },
  timeout,
);
