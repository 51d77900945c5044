import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScanRequest } from "@/lib/model/scan";
import { defaultSettings, type AuditSettings } from "@/lib/model/settings";
import { judgeOpened } from "@/lib/scan/judge";
import { openSnapshot, type OpenedSnapshot } from "@/lib/scan/report/open-snapshot";
import { sha256 } from "@/lib/scan/sha256";
import { openStore } from "@/lib/storage/open-store";
import { largeSnapshot } from "./large-snapshot";

/**
 * Run in a process of its own: does what the thread that judges does when one setting after the other is changed, and
 * prints the seconds that each took, judged and stored.
 */
const [streams = 0] = process.argv.slice(2).map(Number);
const changes: readonly Partial<AuditSettings>[] = [
  { retentionHoursMin: 24 },
  { exposureHoldersMax: 0 },
  { requiredTagKeys: ["owner"] },
  { nonProductionValues: ["production"], productionValues: [] },
  { fipsAccountIds: ["111122223333"] },
];
const by = { set: "full", decisions: { on: "2026-11-02", waivers: [], attestations: [] } } as const;
const request: ScanRequest = {
  source: { kind: "aws" },
  regions: [],
  allRegions: false,
  onDemand: [],
  set: "full",
  quotaShare: 0.25,
};
const dataDir = mkdtempSync(join(tmpdir(), "weir-rescore-"));
const store = await openStore({ dataDir });
try {
  const snapshot = largeSnapshot(streams);
  const opened = openSnapshot(snapshot, sha256);
  const report = await judgeOpened(opened, { ...by, settings: defaultSettings });
  const { scanId, startedAt, finishedAt } = snapshot;
  await store.createScan({ id: scanId, status: "running", pinned: false, startedAt, request });
  const who = { accountId: "111122223333", identityArn: "arn:aws:iam::111122223333:role/weir" };
  await store.finishScan(scanId, { finishedAt, ...who, snapshot, report });

  const seconds = [];
  for (const change of changes) seconds.push(await rescore(opened, { ...defaultSettings, ...change }));
  process.stdout.write(JSON.stringify(seconds));
} finally {
  await store.close();
  rmSync(dataDir, { recursive: true });
}

async function rescore(opened: OpenedSnapshot, settings: AuditSettings) {
  const begun = performance.now();
  const packed = await judgeOpened(opened, { ...by, settings });
  const judged = performance.now();
  await store.replaceReports(opened.snapshot.scanId, packed);
  return { judged: (judged - begun) / 1000, stored: (performance.now() - begun) / 1000 };
}
