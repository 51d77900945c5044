import {
  type ComparedScan,
  type FindingChange,
  type FindingChangeKind,
  findingChanges,
  type ScanComparison,
  type SettingChange,
  type StreamChange,
} from "@/lib/model/comparison";
import type { Finding, Report } from "@/lib/model/report";
import { type AuditSettings, auditSettingsSchema } from "@/lib/model/settings";
import { accountsIn, looksAt, regionsIn } from "@/lib/model/scan-scope";
import { severities } from "@/lib/model/verdict";
import { dutyChanges } from "@/lib/reports/comparison/duty-changes";
import { type CommonScope, differences } from "@/lib/reports/comparison/finding-differences";

export interface ScansToCompare {
  readonly before: Report;
  readonly after: Report;
  /** What AWS said before, judged by the rules and settings of after; `before` itself where they are the same. */
  readonly rejudged: Report;
}

/**
 * What differs between two scans that have accounts in common. What only other rules or settings tell differently stands apart: the
 * earlier scan, judged by the later one's, would say it already.
 */
export function compareScans({ before, after, rejudged }: ScansToCompare): ScanComparison {
  const findings = [
    ...comeFindings({ before, after, rejudged }),
    ...goneFindings({ before, after, rejudged }),
    ...unknownFindings(rejudged, after),
  ].toSorted(inOrder);
  const earlier = new Map(before.streams.map((stream) => [stream.arn, stream]));
  return {
    set: after.scan.set,
    before: toScan(before),
    after: toScan(after),
    overall: { before: before.overall.score, after: after.overall.score },
    rulesChanged: before.manifest.rulesVersion !== after.manifest.rulesVersion,
    settings: settingChanges(before.settings, after.settings),
    counts: countsOf(findings),
    findings,
    streams: streamChanges(before, after),
    duties: after.streams.flatMap((stream) => {
      const old = earlier.get(stream.arn);
      return old ? dutyChanges(old, stream) : [];
    }),
  };
}

/** Those that stand in the later report: new, changed, accepted, reopened, or the same. */
function comeFindings({ before, after, rejudged }: ScansToCompare): FindingChange[] {
  const [was, wouldBe] = [provenIn(before), provenIn(rejudged)];
  const unknownBefore = unknownSubjects(rejudged);
  const scope = commonScope(before, after);
  return [...provenIn(after).values()].flatMap((finding) => {
    const old = was.get(finding.findingId);
    const judged = wouldBe.get(finding.findingId);
    if (old) return sameFinding({ old, judged: judged ?? old, now: finding }, scope);
    if (judged) return [toChange("by-rules-new", finding)];
    if (!isLookedAt(before, after, finding)) return [toChange("not-compared", finding)];
    return [toChange(isAmong(finding, unknownBefore) ? "readable" : "new", finding)];
  });
}

function sameFinding(
  { old, judged, now }: { readonly old: Finding; readonly judged: Finding; readonly now: Finding },
  scope: CommonScope,
): FindingChange[] {
  const details = differences(old, now, scope);
  if (old.status !== now.status)
    return [toChange(now.status === "waived" ? "accepted" : "reopened", now, details)];
  if (details.length === 0) return [];
  return [
    toChange(differences(judged, now, scope).length === 0 ? "by-rules-changed" : "changed", now, details),
  ];
}

/** Those that stand in the earlier report alone. */
function goneFindings({ before, after, rejudged }: ScansToCompare): FindingChange[] {
  const [is, wouldBe] = [provenIn(after), provenIn(rejudged)];
  const unknownNow = unknownSubjects(after);
  return [...provenIn(before).values()].flatMap((finding) => {
    if (is.has(finding.findingId)) return [];
    if (!wouldBe.has(finding.findingId)) return [toChange("by-rules-gone", finding)];
    if (!isLookedAt(after, before, finding)) return [toChange("not-compared", finding)];
    return [toChange(isAmong(finding, unknownNow) ? "unreadable" : "fixed", finding)];
  });
}

/** What could not be read in one of the two alone, as far as both looked at it. */
function unknownFindings(before: Report, after: Report): FindingChange[] {
  const [was, is] = [unknownIn(before), unknownIn(after)];
  const come = [...is.values()].filter(({ findingId }) => !was.has(findingId));
  // Where something fails now that was not known, that says it already; and the other way round.
  const [failedBefore, failNow] = [before, after].map(failingSubjects);
  const gone = [...was.values()].filter(({ findingId }) => !is.has(findingId));
  return [
    ...come
      .filter((finding) => !isAmong(finding, failedBefore ?? none))
      .map((finding) =>
        toChange(isLookedAt(before, after, finding) ? "unreadable" : "not-compared", finding),
      ),
    ...gone
      .filter((finding) => !isAmong(finding, failNow ?? none))
      .map((finding) => toChange(isLookedAt(after, before, finding) ? "readable" : "not-compared", finding)),
  ];
}

function toChange(
  change: FindingChangeKind,
  { findingId, checkId, severity, cause, streams }: Finding,
  details: readonly string[] = [],
): FindingChange {
  return { change, findingId, checkId, severity, label: cause.label, streams, details };
}

/** Accepted or not: a waiver does not make it right. */
function provenIn({ findings }: Report): ReadonlyMap<string, Finding> {
  return byId(findings.filter(({ status }) => status !== "unknown"));
}

function unknownIn({ findings }: Report): ReadonlyMap<string, Finding> {
  return byId(findings.filter(({ status }) => status === "unknown"));
}

function byId(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [finding.findingId, finding]));
}

function unknownSubjects(report: Report): ReadonlySet<string> {
  return new Set([...unknownIn(report).values()].flatMap(subjectKeys));
}

const none: ReadonlySet<string> = new Set();

function failingSubjects(report: Report): ReadonlySet<string> {
  return new Set([...provenIn(report).values()].flatMap(subjectKeys));
}

function isAmong(finding: Finding, subjects: ReadonlySet<string>): boolean {
  return subjectKeys(finding).some((key) => subjects.has(key));
}

function subjectKeys({ checkId, subjects }: Finding): string[] {
  return subjects.map(({ id }) => `${checkId} ${id}`);
}

function isLookedAt({ scan }: Report, { scan: other }: Report, { subjects }: Finding): boolean {
  return subjects.some((subject) => looksAt(scan, other, subject));
}

function commonScope({ scan: before }: Report, { scan: after }: Report): CommonScope {
  const covers = (one: Report["scan"], other: Report["scan"]) =>
    accountsIn(other).every((accountId) => looksAt(one, other, { accountId }));
  return {
    holds: (accountId, region) =>
      [before, after].every((scan) => regionsIn(scan, accountId).includes(region)),
    isWhole: covers(before, after) && covers(after, before),
  };
}

function streamChanges(before: Report, after: Report): StreamChange[] {
  const [was, is] = [before, after].map(({ streams }) => new Map(streams.map((one) => [one.arn, one])));
  const come = after.streams.flatMap(({ arn, name, accountId, region, score }): StreamChange[] => {
    const old = was?.get(arn);
    const place = { arn, name, region, after: score };
    if (old)
      return JSON.stringify(old.score) === JSON.stringify(score)
        ? []
        : [{ ...place, change: "scored", before: old.score }];
    return looksAt(before.scan, after.scan, { accountId, region })
      ? [{ ...place, change: "appeared", before: null }]
      : [];
  });
  const gone = before.streams.flatMap(({ arn, name, accountId, region, score }): StreamChange[] =>
    is?.has(arn) || !looksAt(after.scan, before.scan, { accountId, region })
      ? []
      : [{ arn, name, region, change: "gone", before: score, after: null }],
  );
  return [...come, ...gone].toSorted(
    (one, other) => rise(one) - rise(other) || (one.arn < other.arn ? -1 : 1),
  );
}

/** What fell furthest stands first: somebody should look at it. */
function rise({ before, after }: StreamChange): number {
  return (after?.worst ?? 0) - (before?.worst ?? 0);
}

function settingChanges(before: AuditSettings, after: AuditSettings): SettingChange[] {
  const names = auditSettingsSchema.keyof().options;
  return names.flatMap((name) => {
    const [was, is] = [JSON.stringify(before[name]), JSON.stringify(after[name])];
    if (was === is) return [];
    return [{ name, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}

function toScan({ scan, manifest, tool }: Report): ComparedScan {
  const { id, finishedAt, regions, source } = scan;
  return {
    id,
    finishedAt,
    accountIds: accountsIn(scan),
    regions,
    source,
    toolVersion: tool.version,
    rulesVersion: manifest.rulesVersion,
  };
}

function countsOf(findings: readonly FindingChange[]): ScanComparison["counts"] {
  const counts: Record<FindingChangeKind, number> = { ...noChanges };
  for (const { change } of findings) counts[change] += 1;
  return counts;
}

const noChanges: ScanComparison["counts"] = {
  new: 0,
  fixed: 0,
  changed: 0,
  accepted: 0,
  reopened: 0,
  unreadable: 0,
  readable: 0,
  "by-rules-new": 0,
  "by-rules-gone": 0,
  "by-rules-changed": 0,
  "not-compared": 0,
};

function inOrder(one: FindingChange, other: FindingChange): number {
  return (
    findingChanges.indexOf(one.change) - findingChanges.indexOf(other.change) ||
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    other.streams - one.streams ||
    (one.findingId < other.findingId ? -1 : 1)
  );
}
