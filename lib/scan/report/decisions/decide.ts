import type { Decisions, ReportDecisions } from "@/lib/model/decision";
import type { Finding, ReportPolicy } from "@/lib/model/report";
import { buildFindings } from "@/lib/scan/report/build-findings";
import type { BuiltStream } from "@/lib/scan/report/build-streams";
import { decideAttestations, tellAttested } from "@/lib/scan/report/decisions/decide-attestations";
import { decideWaivers } from "@/lib/scan/report/decisions/decide-waivers";
import { markWaived, waiversInForce, waiveVerdicts } from "@/lib/scan/report/decisions/waive-verdicts";
import type { CausesOf } from "@/lib/scan/report/report-causes";
import type { VerdictOfCheck, Waive } from "@/lib/scoring/verdict-on-stream";

interface DecideOptions {
  readonly decisions: Decisions;
  readonly checkIds: ReadonlySet<string>;
  readonly causesOf: CausesOf;
  readonly policies: readonly ReportPolicy[];
  readonly hash: (text: string) => string;
  readonly build: (verdicts: readonly VerdictOfCheck[], waive: Waive | undefined) => BuiltStream[];
}

interface Decided {
  readonly verdicts: readonly VerdictOfCheck[];
  readonly built: readonly BuiltStream[];
  readonly findings: Finding[];
  readonly decisions: ReportDecisions;
}

/**
 * Verdicts, streams and findings with what people accepted and confirmed. Whether a waiver holds is told by the
 * findings as they are without it: where one does, the streams are built a second time.
 */
export function decide(judged: readonly VerdictOfCheck[], options: DecideOptions): Decided {
  const { decisions, checkIds, causesOf, build } = options;
  const attestations = decideAttestations(decisions, judged, checkIds);
  const verdicts = tellAttested(judged, attestations);
  const plain = findingsOf(verdicts, build(verdicts, undefined), causesOf);
  const accountIds = new Set(judged.map(({ subject }) => subject.accountId));
  const waivers = decideWaivers(decisions, { ...options, findings: plain.findings, accountIds });
  const told = { on: decisions.on, waivers, attestations };
  const inForce = waiversInForce(waivers);
  if (inForce.size === 0) return { ...plain, verdicts, decisions: told };

  const waiversOf = (findingId: string) => inForce.get(findingId) ?? [];
  const waive = waiveVerdicts(waiversOf, causesOf);
  const waived = verdicts.map((verdict) => waive(verdict, verdict.subject.id));
  const { built, findings } = findingsOf(waived, build(verdicts, waive), causesOf);
  const marked = findings.map((finding) => markWaived(finding, waiversOf));
  return { verdicts: waived, built, findings: marked, decisions: told };
}

function findingsOf(verdicts: readonly VerdictOfCheck[], built: readonly BuiltStream[], causesOf: CausesOf) {
  const streams = built.map(({ stream }) => stream);
  return { built, findings: buildFindings(verdicts, streams, causesOf) };
}
