import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { ScanEvent, ScanFailure, ScanRequest } from "@/lib/model/scan";
import type { CollectSnapshotOptions } from "@/lib/scan/collect-snapshot";
import { createScanManager } from "@/lib/scan/scan-manager";
import type { ScanManager, ScanManagerOptions } from "@/lib/scan/scan-manager";
import { buildRegion, buildSnapshot, buildStream, testAccountId } from "@/lib/scan/test-snapshot";
import { openStore } from "@/lib/storage/open-store";
import type { Store } from "@/lib/storage/store";

const dataDir = mkdtempSync(join(tmpdir(), "weir-scans-"));
const never = new AbortController().signal;
const identityArn = `arn:aws:sts::${testAccountId}:assumed-role/weir-auditor/scan`;
let store: Store;
let scans: ScanManager;
let log: string[];

beforeAll(async () => {
  store = await openStore({ dataDir });
}, 90_000);
beforeEach(() => {
  log = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => log.push(String(line)) > 0);
});
afterEach(async () => {
  await scans.close();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

describe("a scan", () => {
  it("is finished when its report is stored, and tells it in numbered events", async () => {
    open(async ({ tell, ...options }) => {
      tell({ type: "identified", accountId: testAccountId, identityArn });
      tell({ type: "planned", regions: ["eu-west-1"] });
      tell({ type: "gap", gap: { action: "kms:ListAliases", reason: "throttled", message: "Later." } });
      return snapshotOf(options);
    });
    const { id, status } = await scans.start(request);
    expect(status).toBe("running");

    const events = await eventsOf(id);
    expect(events.map(({ type }) => type)).toEqual(["started", "identified", "planned", "gap", "finished"]);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(await store.scan(id)).toMatchObject({ status: "finished", accountId: testAccountId, identityArn });
    expect(await store.report(id, "full")).toMatchObject({ scan: { id }, streams: [{ name: "orders" }] });
    expect(await store.snapshot(id)).toMatchObject({ scanId: id, tool: { version: "1.2.3" } });
  });

  it("is followed from any event on, while it runs and afterwards", async () => {
    const gate = new Gate();
    open(async ({ tell, ...options }) => {
      tell({ type: "planned", regions: [] });
      await gate.opened;
      return snapshotOf(options);
    });
    const { id } = await scans.start(request);
    const watching = eventsOf(id, 1);
    gate.open();
    expect((await watching).map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect((await eventsOf(id, 2)).map(({ type }) => type)).toEqual(["finished"]);
    expect(await eventsOf(id, 3)).toEqual([]);
    expect(await eventsOf("no such scan")).toEqual([]);
  });

  it("ends the watching of somebody who leaves, and of nobody else", async () => {
    const gate = new Gate();
    open(async (options) => gate.opened.then(() => snapshotOf(options)));
    const { id } = await scans.start(request);
    const left = new AbortController();
    const leaving = eventsOf(id, 1, left.signal);
    const staying = eventsOf(id, 1);
    left.abort();
    expect(await leaving).toEqual([]);
    gate.open();
    expect((await staying).map(({ type }) => type)).toEqual(["finished"]);
  });

  it("waits for the one before it", async () => {
    const gate = new Gate();
    const begun: string[] = [];
    open(async (options) => {
      begun.push(options.scanId);
      await gate.opened;
      return snapshotOf(options);
    });
    const first = await scans.start(request);
    const second = await scans.start(request);
    const third = await scans.start(request);
    expect(await scans.cancel(second.id)).toBe(true);
    expect((await eventsOf(second.id)).map(({ type }) => type)).toEqual(["cancelled"]);
    expect(begun).toEqual([first.id]);

    gate.open();
    expect((await eventsOf(third.id)).at(-1)).toMatchObject({ type: "finished" });
    expect(begun).toEqual([first.id, third.id]);
    expect((await store.scans()).slice(0, 3).map(({ id, status }) => ({ id, status }))).toEqual([
      { id: third.id, status: "finished" },
      { id: second.id, status: "cancelled" },
      { id: first.id, status: "finished" },
    ]);
  });

  it("is cancelled at once, even if the collector does not listen", async () => {
    let aborted: AbortSignal | undefined;
    let tellLate = () => {};
    open(({ signal, tell }) => {
      aborted = signal;
      tellLate = () => tell({ type: "planned", regions: [] });
      return new Promise(() => {});
    });
    const { id } = await scans.start(request);
    await firstEventOf(id);
    expect(await scans.cancel(id)).toBe(true);
    tellLate();
    expect(aborted?.aborted).toBe(true);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(["started", "cancelled"]);
    expect(await store.scan(id)).toMatchObject({ status: "cancelled", finishedAt: expect.any(String) });
    expect(await store.snapshotText(id)).toBeUndefined();
    expect(await scans.cancel(id)).toBe(false);
  });

  it("fails in the collector's own words where it has some", async () => {
    const failure: ScanFailure = { code: "no-credentials", message: "No credentials.", advice: "Log in." };
    open(() => Promise.reject(new ScanFailureError(failure)));
    const { id } = await scans.start(request);
    expect((await eventsOf(id)).at(-1)).toMatchObject({ type: "failed", failure });
    expect(await store.scan(id)).toMatchObject({ status: "failed", failure, finishedAt: expect.any(String) });
    expect(log).toEqual([]);
  });

  it("fails in plain words for what was not foreseen, and the log has the rest", async () => {
    open(() => Promise.reject(new TypeError("Cannot read x")));
    const { id } = await scans.start(request);
    const [failed] = (await eventsOf(id)).slice(-1);
    expect(failed).toMatchObject({ type: "failed", failure: { code: "unexpected" } });
    expect(JSON.stringify(failed)).not.toMatch(/TypeError|Cannot read|scan-manager/);
    expect(log.join("")).toMatch(/TypeError: Cannot read x at .*scan-manager\.test/);
  });

  it("fails when the report cannot be built, or what was read cannot be stored", async () => {
    open(async (options) => ({ ...(await snapshotOf(options)), accounts: [] }));
    const unbuilt = await scans.start(request);
    const message = "The report could not be built from what was read.";
    expect((await eventsOf(unbuilt.id)).at(-1)).toMatchObject({ type: "failed", failure: { message } });
    await scans.close();

    open(async (options) => {
      await store.deleteScan(options.scanId);
      return snapshotOf(options);
    });
    const unstored = await scans.start(request);
    expect((await eventsOf(unstored.id)).at(-1)).toMatchObject({
      type: "failed",
      failure: { message: "The scan could not be stored." },
    });
    expect(log.join("")).toContain("scan_snapshots");
  });

  it("is interrupted when the manager closes, and what follows is never begun", async () => {
    const begun: string[] = [];
    open(({ scanId }) => {
      begun.push(scanId);
      return new Promise(() => {});
    });
    const running = await scans.start(request);
    const waiting = await scans.start(request);
    const watching = eventsOf(running.id);
    await scans.close();
    expect((await watching).at(-1)).toMatchObject({ type: "failed" });
    expect(await store.scan(running.id)).toMatchObject({ status: "interrupted" });
    expect(await store.scan(waiting.id)).toMatchObject({ status: "interrupted" });
    expect(begun).toEqual([running.id]);
    await expect(scans.start(request)).rejects.toThrow("closed");
  });

  it("is told by its last event after a restart, numbered after what the watcher has seen", async () => {
    open(snapshotOf);
    const finished = await scans.start(request);
    await eventsOf(finished.id);
    const cancelled = await scans.start(request);
    await scans.cancel(cancelled.id);
    const lost = {
      id: "lost",
      status: "interrupted",
      pinned: false,
      startedAt: "2026-11-23T10:00:00.000Z",
      request,
    } as const;
    await store.createScan(lost);
    await scans.close();

    open(snapshotOf);
    const { finishedAt: at } = (await store.scan(finished.id)) ?? {};
    expect(await eventsOf(finished.id, 7)).toEqual([
      { sequence: 8, at, type: "finished", scanId: finished.id },
    ]);
    expect(await eventsOf(cancelled.id)).toEqual([
      expect.objectContaining({ sequence: 1, type: "cancelled" }),
    ]);
    expect(await eventsOf("lost")).toEqual([
      expect.objectContaining({
        type: "failed",
        failure: expect.objectContaining({ advice: expect.stringContaining("start it again") }),
      }),
    ]);
  });
});

const request: ScanRequest = {
  source: { kind: "aws" },
  regions: ["eu-west-1"],
  allRegions: false,
  onDemand: [],
  set: "full",
  quotaShare: 0.25,
};

class Gate {
  open = () => {};
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

function open(collect: ScanManagerOptions["collect"]): void {
  scans = createScanManager({ store, toolVersion: "1.2.3", collect });
}

function snapshotOf({ scanId, toolVersion }: Pick<CollectSnapshotOptions, "scanId" | "toolVersion">) {
  const tool = { name: "weir", version: toolVersion } as const;
  return Promise.resolve(buildSnapshot([buildRegion([buildStream("orders")])], {}, { scanId, tool }));
}

async function eventsOf(scanId: string, afterSequence = 0, signal = never): Promise<ScanEvent[]> {
  const events: ScanEvent[] = [];
  for await (const event of scans.watch(scanId, afterSequence, signal)) events.push(event);
  return events;
}

async function firstEventOf(scanId: string): Promise<void> {
  for await (const event of scans.watch(scanId, 0, never)) if (event.sequence === 1) return;
}
