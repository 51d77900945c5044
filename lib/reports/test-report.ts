import type { Finding, Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";

/** A small report that the schema accepts; a test names only what it changes. */
export function buildReport(change: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    tool: { name: "weir", version: "0.0.0" },
    scan: {
      id: "scan-1",
      startedAt: "2026-11-02T10:00:00.000Z",
      finishedAt: "2026-11-02T10:00:09.000Z",
      source: "demo",
      endpoint: "http://127.0.0.1:4566",
      accountId: "111122223333",
      identityArn: "arn:aws:iam::111122223333:role/auditor",
      regions: ["us-east-1"],
      set: "full",
      accounts: [{ accountId: "111122223333", identityArn: "arn:aws:iam::111122223333:role/auditor" }],
      coverage: { known: 1, unknown: 0 },
      gaps: [],
      calls: [],
    },
    settings: defaultSettings,
    decisions: { on: "2026-11-02", waivers: [], attestations: [] },
    overall: { score: null },
    streams: [],
    administrators: [],
    roleReach: [],
    accountVerdicts: [],
    findings: [],
    policies: [],
    principals: [],
    keys: [],
    networks: [],
    totals: {
      streams: 0,
      byStatus: { pass: 0, fail: 0, unknown: 0, "not-applicable": 0, manual: 0, waived: 0 },
      bySeverity: { critical: 0, high: 0, medium: 0, low: 0 },
      findings: 0,
      unreadableDocuments: 0,
    },
    manifest: { snapshotSha256: "", reportSha256: "", rulesVersion: "" },
    ...change,
  };
}

export function buildFinding(change: Partial<Finding> = {}): Finding {
  const arn = "arn:aws:kinesis:us-east-1:111122223333:stream/orders";
  return {
    findingId: "KDS-REST-01:orders",
    checkId: "KDS-REST-01",
    status: "fail",
    severity: "high",
    cause: { kind: "stream", id: arn, label: "Server-side encryption is off.", severity: "high" },
    subjects: [{ scope: "stream", accountId: "111122223333", region: "us-east-1", id: arn }],
    streams: 1,
    streamArns: [arn],
    ...change,
  };
}
