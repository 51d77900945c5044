import type { Attestation, Waiver } from "@/lib/model/decision";
import type { Report } from "@/lib/model/report";
import type { ScanSummary } from "@/lib/model/scan";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { packReport } from "@/lib/storage/pack-report";

export function buildScan(scan: Partial<ScanSummary> = {}): ScanSummary {
  return {
    id: "scan-1",
    status: "running",
    pinned: false,
    startedAt: "2026-11-23T10:00:00.000Z",
    request: {
      source: { kind: "demo", endpoint: "http://127.0.0.1:4566" },
      regions: ["eu-west-1"],
      allRegions: false,
      onDemand: [],
      set: "full",
      quotaShare: 0.25,
    },
    ...scan,
  };
}

export function buildResult(scanId: string, identityName = "auditor") {
  const snapshot = emptySnapshot(scanId, identityName);
  const { finishedAt } = snapshot;
  const head = { accountId: "111122223333", identityArn: `arn:aws:iam::111122223333:user/${identityName}` };
  return { finishedAt, ...head, snapshot, report: emptyReport(snapshot, head) };
}

function emptySnapshot(scanId: string, identityName: string): Snapshot {
  const read = { action: "organizations:DescribeOrganization", at: "2026-11-23T10:00:01.000Z" };
  return {
    schemaVersion: 1,
    tool: { name: "weir", version: "0.1.0" },
    scanId,
    startedAt: "2026-11-23T10:00:00.000Z",
    finishedAt: "2026-11-23T10:00:02.000Z",
    source: { kind: "aws" },
    accounts: [
      {
        accountId: "111122223333",
        identityArn: `arn:aws:iam::111122223333:user/${identityName}`,
        partition: "aws",
        enabledRegions: { known: true, value: ["eu-west-1"], read },
        organization: { known: true, value: null, read },
        organizationAccountIds: { known: true, value: [], read },
        organizationPolicies: { known: true, value: { scps: [], rcps: [] }, read },
        accountSummary: { known: true, value: { rootAccessKeysPresent: 0 }, read },
        serviceUses: {
          known: true,
          value: [],
          read: { action: "iam:GetServiceLastAccessedDetails", at: "2026-11-01T12:00:00.000Z" },
        },
        accessKeys: { known: true, value: [], read },
        iam: { known: true, value: { users: [], groups: [], roles: [], managedPolicies: [] }, read },
        regions: [],
      },
    ],
    calls: [],
  };
}

function emptyReport(snapshot: Snapshot, head: { accountId: string; identityArn: string }): Report {
  const { schemaVersion, tool, scanId, startedAt, finishedAt } = snapshot;
  return {
    schemaVersion,
    tool,
    scan: {
      ...head,
      id: scanId,
      startedAt,
      finishedAt,
      source: "aws",
      regions: [],
      set: "full",
      accounts: [head],
      coverage: { known: 4, unknown: 0 },
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
    manifest: { snapshotSha256: "0".repeat(64), reportSha256: "1".repeat(64), rulesVersion: "test" },
  };
}

export function buildWaiver(change: Partial<Waiver> = {}): Waiver {
  return {
    id: "w",
    accountId: "111122223333",
    findingId: "0123456789abcdef",
    checkId: "KDS-OPS-02",
    reason: "Ends with the move",
    owner: "data-platform",
    createdAt: "2026-11-01T08:00:00.000Z",
    expiresOn: "2027-02-28",
    evidence: { label: "24 hours", severity: "medium", principals: [], streamArns: [] },
    ...change,
  };
}

export function buildAttestation(): Attestation {
  return {
    id: "a",
    checkId: "KDS-REST-08",
    streamArn: "arn:aws:kinesis:us-east-1:111122223333:stream/orders",
    owner: "orders team",
    statement: "It holds none",
    createdAt: "2026-11-01T08:00:00.000Z",
    expiresOn: "2027-02-28",
    boundTo: [],
  };
}

/** A result with its report as it is stored. */
export async function packed<Result extends { readonly report: Report }>({ report, ...rest }: Result) {
  return { ...rest, report: await packReport(report) };
}
