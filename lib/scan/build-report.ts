import { checks as registeredChecks } from "@/lib/checks/registry";
import { lazyDerived, runChecks } from "@/lib/checks/run-checks";
import type { CheckedVerdict } from "@/lib/checks/run-checks";
import type { Decisions } from "@/lib/model/decision";
import type { Check } from "@/lib/model/check";
import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import type { AuditSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildAdministrators } from "@/lib/scan/report/build-administrators";
import { buildKeys } from "@/lib/scan/report/build-keys";
import { buildNetworks } from "@/lib/scan/report/build-networks";
import { buildPolicies } from "@/lib/scan/report/build-policies";
import { buildPrincipals } from "@/lib/scan/report/build-principals";
import { buildRoleReaches } from "@/lib/scan/report/build-role-reaches";
import { buildStreams, type BuiltStream } from "@/lib/scan/report/build-streams";
import { canonicalJson, canonicalParts } from "@/lib/scan/report/canonical-json";
import { countTotals } from "@/lib/scan/report/count-totals";
import { decide } from "@/lib/scan/report/decisions/decide";
import { createCausesOf } from "@/lib/scan/report/report-causes";
import type { CausesOf } from "@/lib/scan/report/report-causes";
import { describeScan } from "@/lib/scan/report/describe-scan";
import { sealManifest } from "@/lib/scan/report/seal-manifest";
import { rulesVersion } from "@/lib/scan/report/rules-version";
import { scoreAccount } from "@/lib/scoring/score-account";

export interface BuildReportOptions {
  readonly snapshot: Snapshot;
  readonly settings: AuditSettings;
  readonly set: CheckSet;
  /** SHA-256 of a text in UTF-8, whole or in parts, as lower-case hex. */
  readonly hash: (text: string | Iterable<string>) => string;
  /** What people accepted or confirmed; absent: nothing. */
  readonly decisions?: Decisions;
  /** The registry's, unless a test brings its own. */
  readonly checks?: readonly Check[];
}

type JudgeOptions = Required<BuildReportOptions>;

/**
 * Judges a snapshot. The same snapshot, settings, decisions and set give the same report, byte for byte, in
 * whatever order the members of their objects stand.
 */
export function buildReport({ hash, ...options }: BuildReportOptions): Report {
  const snapshotText = canonicalJson(options.snapshot);
  const snapshot: Snapshot = JSON.parse(snapshotText);
  const settings: AuditSettings = JSON.parse(canonicalJson(options.settings));
  const rules = options.checks ?? registeredChecks;
  const decisions = options.decisions ?? noDecisions(snapshot);
  const report = judge({ ...options, snapshot, settings, decisions, checks: rules, hash });
  return {
    ...report,
    manifest: sealManifest(
      {
        snapshotSha256: hash(snapshotText),
        reportSha256: hash(canonicalParts(report)),
        rulesVersion: rulesVersion(rules, hash),
      },
      hash,
    ),
  };
}

function judge({ snapshot, settings, set, hash, checks, decisions }: JudgeOptions): Omit<Report, "manifest"> {
  const ofSet = checks.filter((check) => set === "full" || check.set === "course");
  const derivedOf = lazyDerived();
  const causesOf = createCausesOf(hash);
  const policies = buildPolicies(snapshot);
  const decided = decide(runChecks(snapshot, settings, ofSet, derivedOf), {
    decisions,
    checkIds: new Set(ofSet.map(({ id }) => id)),
    causesOf,
    policies,
    hash,
    build: (verdicts, waive) =>
      buildStreams({ snapshot, settings, checks: ofSet, verdicts, causesOf, derivedOf, waive }),
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
    administrators: buildAdministrators(snapshot, derivedOf),
    roleReach: buildRoleReaches(snapshot, derivedOf),
    accountVerdicts: widerVerdicts(verdicts, streams, causesOf),
    findings,
    policies,
    principals: buildPrincipals(snapshot),
    keys: buildKeys(snapshot),
    networks: buildNetworks(snapshot),
    totals: countTotals({ streams: streams.length, verdicts, findings, policies }),
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
