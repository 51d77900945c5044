import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemoAccount } from "@/lib/demo/start-demo-account";
import { reportSchema } from "@/lib/model/report";
import type { Report } from "@/lib/model/report";
import type { ScanEvent } from "@/lib/model/scan";
import { defaultSettings } from "@/lib/model/settings";
import { buildReport } from "@/lib/scan/build-report";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { createScanManager } from "@/lib/scan/scan-manager";
import { sha256 } from "@/lib/scan/sha256";
import { openStore } from "@/lib/storage/open-store";

const dataDir = mkdtempSync(join(tmpdir(), "weir-audit-"));
const settings = defaultSettings;
const events: ScanEvent[] = [];
let report: Report;
let texts: { readonly report: string; readonly snapshot: string };

beforeAll(async () => {
  const account = await startDemoAccount();
  const store = await openStore({ dataDir });
  const scans = createScanManager({ store, toolVersion: "0.1.0", settings, collect: collectSnapshot });
  const { id } = await scans.start({
    source: { kind: "demo", endpoint: account.url },
    regions: [],
    allRegions: true,
    set: "full",
    quotaShare: 0.9,
  });
  for await (const event of scans.watch(id, 0, new AbortController().signal)) events.push(event);
  texts = {
    report: (await store.reportText(id, "full")) ?? "",
    snapshot: (await store.snapshotText(id)) ?? "",
  };
  report = reportSchema.parse(JSON.parse(texts.report));
  await scans.close();
  await store.close();
  await account.close();
}, 120_000);
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

describe("an audit of the demo account, from the wire to the store", () => {
  it("ends with a report of every stream", () => {
    expect(events.at(-1)).toMatchObject({ type: "finished" });
    expect(report.scan).toMatchObject({ source: "demo", regions: ["eu-west-1", "us-east-1"] });
    expect({
      grades: Object.fromEntries(
        report.streams.map(({ name, score }) => [name, `${score?.grade} ${score?.worst}-${score?.best}`]),
      ),
      overall: report.overall.score,
      totals: report.totals,
      gaps: report.scan.gaps.map(({ action, reason }) => `${action} ${reason}`),
    }).toMatchInlineSnapshot(`
      {
        "gaps": [
          "kinesis:GetResourcePolicy access-denied",
          "kinesis:ListStreamConsumers access-denied",
          "kms:DescribeKey access-denied",
          "kms:GetKeyPolicy access-denied",
          "kms:GetKeyPolicy not-collected",
          "kms:GetKeyRotationStatus access-denied",
          "kms:ListGrants access-denied",
          "kms:ListGrants access-denied",
        ],
        "grades": {
          "audit-trail": "F 26-51",
          "clickstream": "D 45-45",
          "customer-profile-changes": "C 74-74",
          "eu-clickstream": "A 90-90",
          "fraud-cases": "C 61-61",
          "fraud-signals": "F 39-39",
          "inventory-snapshots": "F 26-38",
          "iot-telemetry": "F 20-20",
          "loyalty-points": "F 31-55",
          "orders-events": "F 35-35",
          "payments-ledger": "A 92-92",
          "search-index-updates": "C 61-61",
          "shipment-tracking": "C 62-62",
          "web-sessions-dev": "D 46-46",
        },
        "overall": {
          "best": 39,
          "cap": {
            "at": 39,
            "checkIds": [
              "KDS-LP-01",
            ],
          },
          "grade": "F",
          "worst": 39,
        },
        "totals": {
          "bySeverity": {
            "critical": 6,
            "high": 24,
            "low": 24,
            "medium": 28,
          },
          "byStatus": {
            "fail": 108,
            "manual": 0,
            "not-applicable": 24,
            "pass": 166,
            "unknown": 18,
            "waived": 0,
          },
          "findings": 109,
          "streams": 14,
          "unreadableDocuments": 2,
        },
      }
    `);
  });

  it("gives the same bytes from the stored snapshot, again and again", () => {
    const rebuild = () =>
      JSON.stringify(
        buildReport({ snapshot: JSON.parse(texts.snapshot), settings, set: "full", hash: sha256 }),
      );
    expect(rebuild()).toBe(texts.report);
    expect(rebuild()).toBe(texts.report);
  });

  it("knows nothing of what was denied, and says which action settles it", () => {
    const denied = report.streams.find(({ name }) => name === "audit-trail");
    expect(denied?.facts).toMatchObject({ resourcePolicy: { known: false }, consumers: { known: false } });
    expect(denied?.verdicts.find(({ checkId }) => checkId === "KDS-SHR-01")).toMatchObject({
      status: "unknown",
      gaps: expect.arrayContaining([
        expect.objectContaining({ action: "kinesis:GetResourcePolicy", reason: "access-denied" }),
      ]),
    });
    expect(denied?.score?.best).toBeGreaterThan(denied?.score?.worst ?? 0);
  });

  it("adds up: points to what is missing, findings to the streams that show them", () => {
    for (const { verdicts, score } of report.streams) {
      const points = verdicts.reduce((sum, verdict) => sum + verdict.points, 0);
      expect(points).toBe(score && 100 - score.worst);
    }
    const shown = report.streams.flatMap(({ verdicts }) => verdicts.flatMap(({ causes }) => causes));
    const reached = report.findings.reduce((sum, { streams }) => sum + streams, 0);
    expect(shown.length).toBe(reached);
    const policyIds = new Set(report.policies.map(({ id }) => id));
    const pointers = report.findings.flatMap(({ cause }) =>
      cause.document ? [cause.document.policyId] : [],
    );
    expect(pointers.filter((id) => !policyIds.has(id))).toEqual([]);
    const inForce = report.principals.flatMap(({ policyIds: ids, boundaryId = [] }) =>
      ids.concat(boundaryId),
    );
    expect(inForce.filter((id) => !policyIds.has(id))).toEqual([]);
  });
});
