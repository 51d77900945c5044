import { describe, expect, it } from "vitest";
import { missing } from "@/lib/model/observed";
import { reportSchema } from "@/lib/model/report";
import type { Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { canonicalJson } from "@/lib/scan/report/canonical-json";
import { sha256 } from "@/lib/scan/sha256";
import { testChecks } from "@/lib/scan/test-checks";
import {
  buildRegion,
  buildSnapshot,
  buildStream,
  denied,
  deniedGap,
  read,
  testAccountId,
} from "@/lib/scan/test-snapshot";

const orders = buildStream("orders");
const audit = buildStream("audit", { resourcePolicy: denied("kinesis:GetResourcePolicy", "audit") });
const clicks = buildStream("clicks", { resourcePolicy: denied("kinesis:GetResourcePolicy", "clicks") });
const sandbox = buildStream("sandbox", { tags: read({ env: "dev" }) });
const snapshot = buildSnapshot([buildRegion([orders, audit, clicks])]);

describe("buildReport", () => {
  it("gives what the report's schema describes, streams in the order of their ARNs", () => {
    const report = reportOf(snapshot);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.streams.map(({ name }) => name)).toEqual(["audit", "clicks", "orders"]);
    expect(report.scan).toMatchObject({
      id: "scan-1",
      accountId: testAccountId,
      regions: ["eu-west-1"],
      set: "full",
    });
  });

  it("gives the same bytes for the same snapshot, however its members are ordered", () => {
    const text = JSON.stringify(reportOf(snapshot));
    expect(JSON.stringify(reportOf(snapshot))).toBe(text);
    const shuffled = reversed(snapshot);
    expect(JSON.stringify(shuffled)).not.toBe(JSON.stringify(snapshot));
    const settings = reversed(defaultSettings);
    expect(JSON.stringify(reportOf(shuffled, { settings }))).toBe(text);
  });

  it("shows account verdicts on every stream as inherited, and stores them once", () => {
    const report = reportOf(snapshot);
    for (const { verdicts } of report.streams)
      expect(verdicts.map(({ checkId, inherited }) => ({ checkId, inherited }))).toEqual([
        { checkId: "KDS-LP-1", inherited: true },
        { checkId: "KDS-LP-3", inherited: false },
        { checkId: "KDS-SHR-1", inherited: false },
      ]);
    expect(report.accountVerdicts.map(({ checkId }) => checkId)).toEqual(["KDS-LP-1"]);
    expect(report.totals.byStatus).toMatchObject({ fail: 4, unknown: 2, pass: 1 });
  });

  it("makes one finding of a cause over all its streams, with everybody whom it concerns", () => {
    const finding = findingOf(reportOf(snapshot), "KDS-LP-3");
    expect(finding).toMatchObject({ status: "fail", severity: "high", streams: 3 });
    expect(finding?.findingId).toBe(sha256(`KDS-LP-3\npolicy-1#0\n${testAccountId}`).slice(0, 16));
    expect(finding?.subjects.map(({ id }) => id)).toEqual(finding?.streamArns);
    expect(finding?.cause.principals).toEqual(
      ["audit", "clicks", "orders"].map((name) => `arn:aws:iam::${testAccountId}:role/${name}`),
    );
  });

  it("makes one finding of an action that was denied, over all streams that it leaves unknown", () => {
    const report = reportOf(snapshot);
    expect(findingOf(report, "KDS-SHR-1")).toMatchObject({
      status: "unknown",
      severity: "critical",
      streams: 2,
      cause: { kind: "gap", label: "kinesis:GetResourcePolicy was denied in eu-west-1." },
    });
    const verdict = report.streams[0]?.verdicts.find(({ checkId }) => checkId === "KDS-SHR-1");
    expect(verdict).toMatchObject({
      status: "unknown",
      gaps: [expect.objectContaining({ resource: "audit" })],
    });
    expect(verdict?.causes.map(({ findingId }) => findingId)).toEqual([
      findingOf(report, "KDS-SHR-1")?.findingId,
    ]);
  });

  it("orders findings by severity, streams and principals", () => {
    const ids = reportOf(snapshot).findings.map(({ checkId }) => checkId);
    expect(ids).toEqual(["KDS-LP-1", "KDS-SHR-1", "KDS-LP-3"]);
  });

  it("puts the finding first that reaches more streams, whichever it is", () => {
    const gaps = ["access-denied", "throttled"] as const;
    for (const common of gaps) {
      const streams = ["a", "b", "c"].map((name) => {
        const reason = name === "a" ? gaps.find((each) => each !== common)! : common;
        return buildStream(name, {
          resourcePolicy: missing({ ...deniedGap("kinesis:GetResourcePolicy"), reason }),
        });
      });
      const { findings } = reportOf(buildSnapshot([buildRegion(streams)]));
      const reached = findings.filter(({ checkId }) => checkId === "KDS-SHR-1").map((each) => each.streams);
      expect(reached).toEqual([2, 1]);
    }
  });

  it("lowers course severities where only streams outside production are reached, and nowhere else", () => {
    const dev = reportOf(buildSnapshot([buildRegion([sandbox])]));
    expect(dev.streams[0]).toMatchObject({ environment: { name: "non-production" } });
    expect(dev.streams[0]?.verdicts.map(({ severity }) => severity)).toEqual(["high", "medium", "critical"]);
    expect(dev.streams[0]?.verdicts[1]?.causes).toEqual([expect.objectContaining({ severity: "medium" })]);
    expect(dev.findings.map(({ severity }) => severity)).toEqual(["high", "medium"]);

    const both = reportOf(buildSnapshot([buildRegion([sandbox, orders])]));
    expect(both.findings.map(({ severity }) => severity)).toEqual(["critical", "high"]);
  });

  it("says of streams that could not be listed that they are unknown, not that there are none", () => {
    const report = reportOf(buildSnapshot([buildRegion([], { streams: denied("kinesis:ListStreams") })]));
    expect(report.overall).toEqual({ score: null });
    expect(report.accountVerdicts).toEqual([
      expect.objectContaining({ checkId: "KDS-LP-1" }),
      expect.objectContaining({ checkId: "KDS-LP-3", status: "unknown" }),
    ]);
    expect(findingOf(report, "KDS-LP-3")).toMatchObject({ status: "unknown", streams: 0 });
  });

  it("keeps to the checks of the course where those were asked for", () => {
    const report = reportOf(snapshot, { set: "course" });
    expect(report.findings.map(({ checkId }) => checkId)).toEqual(["KDS-LP-1", "KDS-LP-3"]);
    expect(report.totals.byStatus).toMatchObject({ fail: 4, unknown: 0, pass: 0 });
    expect(report.manifest.rulesVersion).toBe(reportOf(snapshot).manifest.rulesVersion);
  });

  it("counts every fact and names every gap once", () => {
    const { coverage, gaps } = reportOf(snapshot).scan;
    const facts = JSON.stringify(snapshot).match(/"known":(true|false)/g) ?? [];
    expect(coverage).toEqual({ known: facts.length - 2, unknown: 2 });
    expect(gaps.map(({ resource }) => resource)).toEqual(["audit", "clicks"]);

    const one = denied("kinesis:DescribeStreamSummary", "orders");
    const same = buildStream("orders", { status: one, mode: one, encryption: one });
    const { scan } = reportOf(buildSnapshot([buildRegion([same])]));
    expect(scan.coverage.unknown).toBe(3);
    expect(scan.gaps).toEqual([deniedGap("kinesis:DescribeStreamSummary", "orders")]);
  });

  it("does not take a tag for a fact", () => {
    const tagged = buildStream("tagged", { tags: read({ known: "true", gap: "x", read: "y", value: "z" }) });
    const plain = reportOf(buildSnapshot([buildRegion([buildStream("tagged")])])).scan.coverage;
    expect(reportOf(buildSnapshot([buildRegion([tagged])])).scan.coverage).toEqual(plain);
  });

  it("hashes what a reader can hash again", () => {
    const { manifest, ...report } = reportOf(snapshot);
    expect(manifest.snapshotSha256).toBe(sha256(canonicalJson(snapshot)));
    expect(manifest.reportSha256).toBe(sha256(canonicalJson(report)));
  });

  it("names other rules when a rule changes", () => {
    const [first, ...others] = testChecks;
    const version = (change: object) =>
      reportOf(snapshot, { checks: [{ ...first!, ...change }, ...others] }).manifest.rulesVersion;
    const changes = [{}, { title: "Another" }, { severity: "low" }, { set: "extended" }, { reads: [] }];
    expect(new Set(changes.map(version)).size).toBe(changes.length);
    expect(version({ evaluate: () => [] })).toBe(version({}));
  });

  it("has no words for a snapshot without an account", () => {
    expect(() => reportOf({ ...snapshot, accounts: [] })).toThrow("The snapshot holds no account.");
  });
});

function reportOf(of: Snapshot, options: Partial<Parameters<typeof buildReport>[0]> = {}): Report {
  return buildReport({
    snapshot: of,
    settings: defaultSettings,
    set: "full",
    hash: sha256,
    checks: testChecks,
    ...options,
  });
}

function findingOf({ findings }: Report, checkId: string): Report["findings"][number] | undefined {
  return findings.find((finding) => finding.checkId === checkId);
}

/** The same value with the members of every object in the opposite order. */
function reversed<T>(value: T): T {
  const copy: T = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toReversed())
      : part,
  );
  return copy;
}
