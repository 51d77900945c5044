import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onDemandReads } from "@/lib/model/scan";
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
  const scans = createScanManager({ store, toolVersion: "0.1.0", collect: collectSnapshot });
  const { id } = await scans.start({
    source: { kind: "demo", endpoint: account.url },
    regions: [],
    allRegions: true,
    onDemand: [...onDemandReads],
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
          "audit-trail": "F 27-69",
          "clickstream": "F 38-38",
          "customer-profile-changes": "C 74-74",
          "eu-clickstream": "A 90-90",
          "fraud-cases": "C 64-64",
          "fraud-signals": "F 39-39",
          "inventory-snapshots": "F 32-39",
          "iot-telemetry": "F 17-17",
          "loyalty-points": "F 35-69",
          "orders-events": "D 41-41",
          "payments-ledger": "A 93-93",
          "search-index-updates": "C 60-60",
          "shipment-tracking": "C 61-61",
          "web-sessions-dev": "D 40-40",
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
            "high": 38,
            "low": 38,
            "medium": 34,
          },
          "byStatus": {
            "fail": 134,
            "manual": 28,
            "not-applicable": 31,
            "pass": 214,
            "unknown": 31,
            "waived": 0,
          },
          "findings": 169,
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

  it("finds the exemplary stream out of reach for whoever was not given it, and the steps that lead to others", () => {
    const judged = (checkId: string, name: string) =>
      report.streams
        .find((stream) => stream.name === name)
        ?.verdicts.find((verdict) => verdict.checkId === checkId);
    const statuses = ["KDS-LP-07", "KDS-CRED-03", "KDS-CRED-04"].map(
      (checkId) => judged(checkId, "payments-ledger")?.status,
    );
    expect(statuses).toEqual(["pass", "pass", "not-applicable"]);
    const steps = report.findings.filter(
      ({ checkId, status }) => checkId === "KDS-LP-07" && status === "fail",
    );
    expect(steps.map(({ cause }) => cause.id.replace(/arn:.*\//, "")).toSorted()).toEqual([
      "account-administration",
      "assume-role data-platform-admin",
      "change-trust orders-api-producer",
      "change-trust orders-stream-processor",
      "create-channel iot-telemetry-s3-delivery",
      "pass-role orders-stream-processor",
      "put-code orders-stream-processor",
      "resource-policy data-sharing-broker",
      "tag-stream lena.fischer",
    ]);
    const producer = report.roleReach.find(({ role }) => role.endsWith("/payments-ledger-admin"));
    expect(producer).toMatchObject({ waysIn: [], assumerCount: 1, assumers: [{ sure: true }] });
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
