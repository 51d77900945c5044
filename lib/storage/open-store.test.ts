import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "@/lib/model/report";
import { defaultSettings, type AuditSettings } from "@/lib/model/settings";
import { openStore } from "@/lib/storage/open-store";
import { packReport } from "@/lib/storage/pack-report";
import type { Store } from "@/lib/storage/store";
import { buildAttestation, buildResult, buildScan, buildWaiver, packed } from "@/lib/storage/test-report";

const timeoutMs = 90_000;
let dataDir = "";
const opened: Store[] = [];

beforeAll(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "weir-store-")), "data");
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
afterAll(() => {
  rmSync(join(dataDir, ".."), { recursive: true });
});

describe("the embedded store", { timeout: timeoutMs }, () => {
  it("creates its folder for the owner alone, initialised by a process that gives the memory back", async () => {
    await open();
    const modes = [dataDir, join(dataDir, "database")].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700]);
    expect(existsSync(join(dataDir, "database.new"))).toBe(false);
    expect(process.memoryUsage().rss).toBeLessThan(700 * 2 ** 20);
  });

  it("gives back what was put in, after it was closed and opened again", async () => {
    const first = await open();
    await first.createScan(buildScan({ id: "a" }));
    await first.createScan(buildScan({ id: "b" }));
    const end = { status: "failed", failure, finishedAt: "2026-11-23T10:00:01.000Z" } as const;
    await first.updateScan("b", end);
    const result = buildResult("a", "Zoë O'Neil \u2028 🌊");
    const course = { ...result.report, scan: { ...result.report.scan, set: "course" as const } };
    await first.finishScan("a", await packed(result));
    await first.saveReport("a", await packReport(course));
    const second = await reopen(first);
    expect(await second.scans()).toEqual([
      buildScan({ id: "b", ...end }),
      expect.objectContaining({ id: "a", status: "finished", identityArn: result.identityArn }),
    ]);
    expect(await second.snapshot("a")).toEqual(result.snapshot);
    expect(await second.report("a", "full")).toEqual(result.report);
    expect(await second.report("a", "course")).toEqual(course);
    expect(await second.snapshotText("a")).toBe(JSON.stringify(result.snapshot));
    expect(await second.reportText("a", "full")).toBe(JSON.stringify(result.report));
    expect(await second.settings()).toEqual(defaultSettings);
  });

  it("takes text that PostgreSQL refuses: exact in snapshot and report, replaced in the summary", async () => {
    const store = await open();
    const result = buildResult("nul", "a\0b\uD800c");
    await store.createScan(buildScan({ id: "nul" }));
    await store.finishScan("nul", await packed(result));
    expect(await store.snapshot("nul")).toEqual(result.snapshot);
    expect(await store.scan("nul")).toMatchObject({
      identityArn: "arn:aws:iam::111122223333:user/a\uFFFDb\uFFFDc",
    });
    await store.updateScan("nul", { status: "failed", failure: { ...failure, message: "\0\uDC00" } });
    expect(await store.scan("nul")).toMatchObject({ failure: { message: "\uFFFD\uFFFD" } });
  });

  it("remembers how an account was reached until it is told to forget", async () => {
    const first = await open();
    expect(await first.connection()).toBeUndefined();
    await first.saveConnection({ profile: "audit", regions: ["eu-west-1"] });
    await first.saveConnection({ roleArn: "arn:aws:iam::111122223333:role/weir", externalId: "x-1" });
    const second = await reopen(first);
    expect(await second.connection()).toEqual({
      roleArn: "arn:aws:iam::111122223333:role/weir",
      externalId: "x-1",
    });
    expect(await second.settings()).toEqual(defaultSettings);
    await second.saveConnection(undefined);
    expect(await second.connection()).toBeUndefined();
  });

  it("removes a scan with all that it left, and keeps the owner's settings", async () => {
    const store = await open();
    await store.createScan(buildScan({ id: "gone" }));
    await store.finishScan("gone", await packed(buildResult("gone")));
    await store.saveSettings({ ...defaultSettings, requiredTagKeys: ["owner"] });
    await store.saveSettings({ ...defaultSettings, requiredTagKeys: ["team"] });

    expect(await store.deleteScan("gone")).toBe(true);
    expect(await store.deleteScan("gone")).toBe(false);
    expect(await store.scan("gone")).toBeUndefined();
    expect(await store.snapshotText("gone")).toBeUndefined();
    expect(await store.reportText("gone", "full")).toBeUndefined();
    expect((await store.settings()).requiredTagKeys).toEqual(["team"]);
  });

  it("gives what an older version of the settings lacked its default, and forgets them all", async () => {
    const store = await open();
    const chosen = { ...defaultSettings, applicationTagKey: "" };
    // As an older version stored them, which knew less.
    const older: AuditSettings = JSON.parse(JSON.stringify({ ...chosen, exposureHoldersMax: undefined }));
    await store.saveSettings(older);
    expect(await store.settings()).toEqual(chosen);
    await store.saveSettings(undefined);
    expect(await store.settings()).toEqual(defaultSettings);
  });

  it("keeps what people decided, each change with its entry in the journal", async () => {
    const first = await open();
    const waiver = buildWaiver({ id: "w1", reason: "Zoë O'Neil \0 🌊" });
    const entry = (detail: string) => ({
      at: "2026-11-26T10:00:00.000Z",
      who: "anna",
      action: "waiver-given" as const,
      detail,
    });
    await first.saveWaivers([waiver, buildWaiver({ id: "w2" })], entry("first"));
    await first.saveWaivers([buildWaiver({ id: "w2", owner: "other" })], entry("second"));
    await first.saveAttestations([buildAttestation()], entry("third"));
    await first.removeDecisions("attestation", ["w2"], entry("of another kind"));
    const second = await reopen(first);
    expect(await second.decisions()).toEqual({
      waivers: [{ ...waiver, reason: "Zoë O'Neil \uFFFD 🌊" }, buildWaiver({ id: "w2", owner: "other" })],
      attestations: [buildAttestation()],
    });
    await second.removeDecisions("waiver", ["w1"], entry("last"));
    expect((await second.decisions()).waivers.map(({ id }) => id)).toEqual(["w2"]);
    expect((await second.journal(2)).map(({ detail }) => detail)).toEqual(["last", "of another kind"]);
    expect(await second.journal(9)).toHaveLength(5);
  });

  it("has no report where another version's cannot be read, so that it is made again", async () => {
    const store = await open();
    const older: Report = JSON.parse(
      JSON.stringify({ ...buildResult("older").report, decisions: undefined }),
    );
    await store.createScan(buildScan({ id: "older" }));
    await store.finishScan("older", await packed({ ...buildResult("older"), report: older }));
    expect(await store.report("older", "full")).toBeUndefined();
    expect(await store.reportText("older", "full")).toBe(JSON.stringify(older));
  });

  it("puts a report in place of all that were made of a scan", async () => {
    const store = await open();
    const { report } = buildResult("again");
    const course: Report = { ...report, scan: { ...report.scan, set: "course" } };
    await store.createScan(buildScan({ id: "again" }));
    await store.finishScan("again", await packed(buildResult("again")));
    await store.saveReport("again", await packReport(course));
    const anew: Report = { ...report, settings: { ...defaultSettings, exposureHoldersMax: 9 } };
    await store.replaceReports("again", await packReport(anew));
    expect(await store.report("again", "full")).toEqual(anew);
    expect(await store.report("again", "course")).toBeUndefined();
  });

  it("keeps nothing of a scan whose result cannot be stored whole", async () => {
    const store = await open();
    const { report, ...rest } = buildResult("half");
    await store.createScan(buildScan({ id: "half" }));
    // A set that is not there is NULL in the key of its report.
    const broken: Report = JSON.parse(
      JSON.stringify(report, (key, value) => (key === "set" ? undefined : value)),
    );
    await expect(store.finishScan("half", await packed({ ...rest, report: broken }))).rejects.toThrow(
      "scan_reports",
    );
    expect(await store.scan("half")).toEqual(buildScan({ id: "half" }));
    expect(await store.snapshotText("half")).toBeUndefined();
  });

  it("refuses a second opening with one sentence that names process, folder and way out", async () => {
    await open();
    await expect(openStore({ dataDir })).rejects.toThrow(
      `The data folder ${dataDir} is open in process ${process.pid}. Stop that process, or choose another folder with WEIR_DATA_DIR.`,
    );
  });

  it("finds every acknowledged scan again after its process was killed, and the running one interrupted", async () => {
    const writer = startWriter();
    const [line] = await once(writer.stdout, "data");
    await expect(openStore({ dataDir })).rejects.toThrow(`is open in process ${writer.pid}`);

    writer.kill("SIGKILL");
    await once(writer, "exit");
    const store = await open();
    expect(await store.reportText("finished", "full")).toBe(String(line).trimEnd());
    expect(await store.snapshotText("finished")).toBe(JSON.stringify(buildResult("finished").snapshot));
    expect((await store.scans()).slice(0, 2)).toEqual([
      expect.objectContaining({ id: "running", status: "interrupted", finishedAt: expect.any(String) }),
      expect.objectContaining({ id: "finished", status: "finished" }),
    ]);
  });
});

const failure = { code: "no-credentials", message: "No credentials.", advice: "Log in." } as const;

async function open(): Promise<Store> {
  const store = await openStore({ dataDir });
  opened.push(store);
  return store;
}

async function reopen(store: Store): Promise<Store> {
  opened.splice(opened.indexOf(store), 1);
  await store.close();
  return open();
}

function startWriter() {
  const args = ["--conditions=react-server", "--import=tsx", "lib/storage/test-writer.ts", dataDir];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}
