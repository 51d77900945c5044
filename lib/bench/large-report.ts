import { known } from "@/lib/model/observed";
import type { Finding, Report, ReportStream, StreamVerdict } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import { severities, type Severity, type VerdictStatus } from "@/lib/model/verdict";

const at = "2026-11-02T10:00:05.000Z";
const accountId = "111122223333";
const read = { action: "kinesis:DescribeStreamSummary", at };
const checkIds = ["KDS-REST-01", "KDS-REST-02", "KDS-SHR-01", "KDS-OPS-03"] as const;

interface Size {
  readonly streams: number;
  /** A multiple of the streams. */
  readonly findings: number;
}

/** A report of such a size: each finding is about one stream, and all streams have the same number of them. */
export function largeReport(size: Size): Report {
  const perStream = size.findings / size.streams;
  const findings = Array.from({ length: size.findings }, (_, index) =>
    findingOf(index, arnOf(Math.floor(index / perStream))),
  );
  const streams = Array.from({ length: size.streams }, (_, index) =>
    streamOf(index, findings.slice(index * perStream, (index + 1) * perStream)),
  );
  const verdicts = streams.flatMap((stream) => stream.verdicts);
  const having = (status: VerdictStatus) => verdicts.filter((verdict) => verdict.status === status).length;
  const failing = (severity: Severity) =>
    findings.filter((finding) => finding.status === "fail" && finding.severity === severity).length;
  return {
    schemaVersion: 1,
    tool: { name: "weir", version: "0.1.0" },
    scan: scanOf(),
    settings: defaultSettings,
    decisions: { on: "2026-11-02", waivers: [], attestations: [] },
    overall: { score: { worst: 40, best: 62, grade: "D" } },
    streams,
    administrators: [],
    roleReach: [],
    accountVerdicts: [],
    findings,
    policies: [],
    principals: [],
    keys: [],
    networks: [],
    totals: {
      streams: streams.length,
      byStatus: {
        pass: having("pass"),
        fail: having("fail"),
        unknown: having("unknown"),
        "not-applicable": 0,
        manual: 0,
        waived: 0,
      },
      bySeverity: {
        critical: failing("critical"),
        high: failing("high"),
        medium: failing("medium"),
        low: failing("low"),
      },
      findings: findings.length,
      unreadableDocuments: 0,
    },
    manifest: { snapshotSha256: "0".repeat(64), reportSha256: "1".repeat(64), rulesVersion: "2".repeat(16) },
  };
}

function scanOf(): Report["scan"] {
  const identityArn = `arn:aws:sts::${accountId}:assumed-role/weir-auditor/weir-scan`;
  return {
    id: "11111111-2222-4333-8444-555555555555",
    startedAt: "2026-11-02T10:00:00.000Z",
    finishedAt: "2026-11-02T10:00:09.000Z",
    source: "demo",
    accountId,
    identityArn,
    regions: ["us-east-1"],
    set: "full",
    accounts: [{ accountId, identityArn }],
    coverage: { known: 100, unknown: 1 },
    gaps: [{ action: "kinesis:GetResourcePolicy", reason: "access-denied", message: "AWS denied the call." }],
    calls: [
      {
        operation: "kinesis:DescribeStreamSummary",
        region: "us-east-1",
        count: 10,
        throttled: 0,
        share: 0.25,
      },
    ],
  };
}

function arnOf(index: number): string {
  return `arn:aws:kinesis:us-east-1:${accountId}:stream/${nameOf(index)}`;
}

function nameOf(index: number): string {
  return `orders-of-region-${String(index).padStart(5, "0")}`;
}

function findingOf(index: number, streamArn: string): Finding {
  const severity = severities[index % severities.length] ?? "low";
  const checkId = checkIds[index % checkIds.length] ?? "KDS-REST-01";
  return {
    findingId: index.toString(16).padStart(16, "0"),
    checkId,
    status: index % 7 === 6 ? "unknown" : "fail",
    severity,
    cause: {
      kind: "stream",
      id: `${streamArn}#${index}`,
      label: `What is so with cause ${index} of this stream, which a sentence of usual length says to its reader.`,
      severity,
    },
    subjects: [{ scope: "stream", accountId, region: "us-east-1", id: streamArn }],
    streams: 1,
    streamArns: [streamArn],
  };
}

function streamOf(index: number, findings: readonly Finding[]): ReportStream {
  const arn = arnOf(index);
  return {
    arn,
    name: nameOf(index),
    region: "us-east-1",
    accountId,
    environment: { name: "production", because: "tag environment=prod" },
    score: { worst: index % 101, best: 100, grade: "C" },
    facts: {
      status: known("ACTIVE", read),
      mode: known("on-demand", read),
      retentionHours: known(24, read),
      createdAt: known("2025-09-16T09:00:00.000Z", read),
      encryption: known({ type: "kms", keyReference: "alias/aws/kinesis" }, read),
      shards: known(4, read),
      channels: known(0, read),
      consumers: known([], read),
      tags: known({ environment: "prod", team: "orders" }, read),
      resourcePolicy: known(false, read),
    },
    duties: (["produce", "consume"] as const).map((duty) => ({
      principal: `arn:aws:iam::${accountId}:role/${duty}-${index}`,
      duty,
      access: "allowed",
      key: "allowed",
      via: [{ policy: `arn:aws:iam::${accountId}:policy/${duty}-${index}`, index: 0 }],
    })),
    dutyGaps: [],
    verdicts: checkIds.map((checkId) => verdictOf(checkId, arn, findings)),
  };
}

function verdictOf(checkId: string, arn: string, findings: readonly Finding[]): StreamVerdict {
  const own = findings.filter((finding) => finding.checkId === checkId);
  const status = own.some((finding) => finding.status === "fail")
    ? "fail"
    : own.length > 0
      ? "unknown"
      : "pass";
  return {
    checkId,
    status,
    severity: own[0]?.severity ?? "low",
    scope: "stream",
    inherited: false,
    subjects: [arn],
    evidence: own.length === 0 ? "All is as it should be." : own.map(({ cause }) => cause.label).join(" "),
    causes: own.map(({ cause, findingId }) => ({ ...cause, findingId })),
    gaps: [],
    reads: [read],
    points: own.length,
    gain: own.length,
  };
}
