import { checks as registeredChecks } from "@/lib/checks/registry";
import { runChecks } from "@/lib/checks/run-checks";
import type { CheckedVerdict } from "@/lib/checks/checked-verdict";
import type { Check } from "@/lib/model/check";
import type { Decisions } from "@/lib/model/decision";
import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import type { AuditSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { openSnapshot, type Hash, type OpenedSnapshot } from "@/lib/scan/report/open-snapshot";
import { buildStreams, type BuiltStream } from "@/lib/scan/report/build-streams";
import { canonicalJson, canonicalParts } from "@/lib/scan/report/canonical-json";
import { countTotals } from "@/lib/scan/report/count-totals";
import { decide } from "@/lib/scan/report/decisions/decide";
import { describeScan } from "@/lib/scan/report/describe-scan";
import type { CausesOf } from "@/lib/scan/report/report-causes";
import { rulesVersion } from "@/lib/scan/report/rules-version";
import { sealManifest } from "@/lib/scan/report/seal-manifest";
import { scoreAccount } from "@/lib/scoring/score-account";

export interface BuildReportOptions {
  readonly snapshot: Snapshot;
  readonly settings: AuditSettings;
  readonly set: CheckSet;
  readonly hash: Hash;
  /** What people accepted or confirmed; absent: nothing. */
  readonly decisions?: Decisions;
  /** The registry's, unless a test brings its own. */
  readonly checks?: readonly Check[];
}

export type JudgeOptions = Omit<BuildReportOptions, "snapshot" | "hash">;

/**
 * Judges a snapshot. The same snapshot, settings, decisions and set give the same report, byte for byte, in
 * whatever order the members of their objects stand.
 */
export function buildReport({ snapshot, hash, ...options }: BuildReportOptions): Report {
  return seal(openSnapshot(snapshot, hash), options, canonicalParts);
}

/** Judges as {@link buildReport} does; again, by what was declared or decided since, in a fraction of the time. */
export function judgeAgain(opened: OpenedSnapshot, options: JudgeOptions): Report {
  return seal(opened, options, (report) => canonicalParts(report, opened.streamMemory.texts.of(report)));
}

type Unsealed = Omit<Report, "manifest">;

function seal(
  opened: OpenedSnapshot,
  options: JudgeOptions,
  write: (report: Unsealed) => Iterable<string>,
): Report {
  const { checks: rules = registeredChecks } = options;
  const { sha256: snapshotSha256, hash } = opened;
  const report = judge(opened, options, rules);
  const reportSha256 = hash(write(report));
  return {
    ...report,
    manifest: sealManifest({ snapshotSha256, reportSha256, rulesVersion: rulesVersion(rules, hash) }, hash),
  };
}

function judge(opened: OpenedSnapshot, options: JudgeOptions, rules: readonly Check[]): Unsealed {
  const { snapshot, checkMemory, streamMemory: memory, causesOf, hash } = opened;
  const { set, decisions = noDecisions(snapshot) } = options;
  const settings: AuditSettings = JSON.parse(canonicalJson(options.settings));
  const checks = rules.filter((check) => set === "full" || check.set === "course");
  const undeclared = opened.undeclared();
  const decided = decide(runChecks(snapshot, settings, checks, checkMemory), {
    decisions,
    checkIds: new Set(checks.map(({ id }) => id)),
    causesOf,
    policies: undeclared.policies,
    hash,
    build: (verdicts, waive) => buildStreams({ settings, checks, verdicts, waive, memory }),
  });
  const { verdicts, findings } = decided;
  const streams = decided.built.map(({ stream }) => stream);
  return {
    schemaVersion: 1,
    tool: snapshot.tool,
    scan: describeScan(snapshot, set),
    settings,
    decisions: decided.decisions,
    overall: scoreAccount(decided.built),
    ...scoresByAccount(snapshot, decided.built),
    streams,
    accountVerdicts: widerVerdicts(verdicts, streams, causesOf),
    findings,
    ...undeclared,
    totals: countTotals({ streams: streams.length, verdicts, findings, policies: undeclared.policies }),
  };
}

function scoresByAccount(
  { accounts }: Snapshot,
  built: readonly BuiltStream[],
): Pick<Report, "accountScores"> {
  if (accounts.length === 1) return {};
  const accountScores = accounts.map(({ accountId }) =>
    Object.assign({ accountId }, scoreAccount(built.filter(({ stream }) => stream.accountId === accountId))),
  );
  return { accountScores };
}

function noDecisions({ finishedAt }: Snapshot): Decisions {
  return { on: finishedAt.slice(0, "2026-01-01".length), waivers: [], attestations: [] };
}

/** Those that were not reached on one stream: of wider scope, or of streams that could not be listed. */
function widerVerdicts(
  verdicts: readonly CheckedVerdict[],
  streams: Report["streams"],
  causesOf: CausesOf,
): Report["accountVerdicts"] {
  const streamArns = new Set(streams.map(({ arn }) => arn));
  return verdicts
    .filter(({ subject }) => subject.scope !== "stream" || !streamArns.has(subject.id))
    .map((verdict) => Object.assign({}, verdict, { causes: causesOf(verdict, verdict.subject.accountId) }));
}
