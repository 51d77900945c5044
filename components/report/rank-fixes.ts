import type { Finding, Report, ReportStream, StreamVerdict } from "@/lib/model/report";
import { heaviest, severities, type Cause, type Severity } from "@/lib/model/verdict";

/** One change, and all that it would settle. */
export interface Fix {
  readonly cause: Cause;
  readonly severity: Severity;
  /** The heaviest finding that it settles. */
  readonly finding: Finding;
  readonly checkIds: readonly string[];
  readonly streams: number;
  /**
   * How much the mean of all streams' `worst` would rise. Of a verdict that other causes spoil too it counts
   * its part. The least that it is where a cap holds a stream down.
   */
  readonly gain: number;
  /** Mean share of what the streams lack, counted likewise. */
  readonly points: number;
  /** Some of it comes only when other causes are settled too. */
  readonly shared: boolean;
}

/** The changes that bring most, the best first: findings of one cause are one change. */
export function rankFixes(report: Pick<Report, "findings" | "streams">): Fix[] {
  const byCause = new Map<string, Finding[]>();
  for (const finding of report.findings.filter(({ status }) => status === "fail")) {
    const key = `${finding.cause.kind} ${finding.cause.id}`;
    byCause.set(key, [...(byCause.get(key) ?? []), finding]);
  }
  return [...byCause.values()].flatMap((findings) => toFix(findings, report.streams)).toSorted(compareFixes);
}

function toFix(findings: readonly Finding[], streams: readonly ReportStream[]): Fix[] {
  const [finding, ...others] = findings.toSorted(compareFindings);
  if (!finding) return [];
  const settled = new Set(findings.map(({ findingId }) => findingId));
  const mean = (of: "gain" | "points") =>
    streams.reduce((sum, stream) => sum + settledSum(stream, settled, of), 0) / Math.max(1, streams.length);
  return [
    {
      cause: finding.cause,
      finding,
      severity: heaviest(finding.severity, ...others.map(({ severity }) => severity)),
      checkIds: [...new Set([finding, ...others].map(({ checkId }) => checkId))],
      streams: new Set(findings.flatMap(({ streamArns }) => streamArns)).size,
      gain: mean("gain"),
      points: mean("points"),
      shared: streams.some(({ verdicts }) => verdicts.some((verdict) => isShared(verdict, settled))),
    },
  ];
}

/** Over the failing verdicts of a stream, each by the part of its causes that is settled. */
function settledSum(stream: ReportStream, settled: ReadonlySet<string>, of: "gain" | "points"): number {
  return stream.verdicts.reduce((sum, verdict) => sum + verdict[of] * settledPart(verdict, settled), 0);
}

function settledPart({ status, causes }: StreamVerdict, settled: ReadonlySet<string>): number {
  if (status !== "fail" || causes.length === 0) return 0;
  return causes.filter(({ findingId }) => settled.has(findingId)).length / causes.length;
}

function isShared(verdict: StreamVerdict, settled: ReadonlySet<string>): boolean {
  const part = settledPart(verdict, settled);
  return part > 0 && part < 1;
}

function compareFindings(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.streams - a.streams;
}

function compareFixes(a: Fix, b: Fix): number {
  return (
    b.gain - a.gain ||
    b.points - a.points ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    b.streams - a.streams ||
    (a.finding.findingId < b.finding.findingId ? -1 : 1)
  );
}
