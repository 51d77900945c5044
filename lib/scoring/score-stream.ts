/**
 * The score. What the report's builder does with it:
 *
 * ```ts
 * const columns = checks.map((check) => verdictsOnStreams(check, verdictsOf(check), places)); // once
 * const scoreOf = streamScorer(); // for the streams of one report
 * const onStream = columns.map((column) => column[each]); // of each stream
 * const scored = scoreOf(onStream, environmentOf(stream, settings).name);
 * // scored.score: the report's Score or null; scored.shares[i] belongs to onStream[i]
 * ```
 *
 * and once over all of them: `scoreAccount(streams.map(({ arn, scored }) => ({ arn, scored })))`.
 *
 * `onStream[i]` is a `StreamVerdict` but for `points`, `gain`, the causes' `findingId`, and `check`, which
 * the report does not hold. `shares[i].severity` is what it weighs in the stream's environment: show that.
 */
import type { Environment, Score } from "@/lib/model/report";
import type { Severity } from "@/lib/model/verdict";
import { remembered } from "@/lib/scoring/remembered";
import { sharePoints } from "@/lib/scoring/points";
import { bestOf, worstOf } from "@/lib/scoring/score-interval";
import type { ScoredCheck } from "@/lib/scoring/scored-check";
import { gradeOf, severityUnder } from "@/lib/scoring/weight";
import type { Weighting } from "@/lib/scoring/weight";
import { isOpen, weigh } from "@/lib/scoring/weighed-check";
import type { WeighedCheck } from "@/lib/scoring/weighed-check";

/** What one check means for a stream's score. */
interface CheckShare {
  readonly checkId: string;
  /** As weighed: lowered where the environment lowers it. */
  readonly severity: Severity;
  /** Share of what `worst` lacks to 100; they add up to it. 0 unless failing or unknown. */
  readonly points: number;
  /** Rise of `worst` if this alone passed; 0 while another cap holds (`score.cap` says which). */
  readonly gain: number;
}

/** A cap that a check of Region, endpoint or account scope puts on the account's score. */
export interface InheritedCap {
  readonly checkId: string;
  readonly at: number;
}

export interface ScoredStream {
  /** Null: nothing was judged. */
  readonly score: Score | null;
  /** In the order of the checks given. */
  readonly shares: readonly CheckShare[];
  readonly inheritedCaps: { readonly worst: readonly InheritedCap[]; readonly best: readonly InheritedCap[] };
}

/** Scores streams that are judged by the same checks: where all verdicts weigh the same, so does what they come to. */
export function streamScorer(): typeof scoreStream {
  const known = new Map<string, ScoredStream>();
  return (checks, environment) => {
    const weights = checks.map(weightKey).join(" ");
    return remembered(known, `${environment} ${weights}`, () => scoreStream(checks, environment));
  };
}

function weightKey({ status, severity, severityRange }: ScoredCheck): string {
  const range = severityRange ? `:${severityRange.heaviest}:${severityRange.lightest}` : "";
  return `${status}:${severity}${range}`;
}

/**
 * The score interval of a stream from its checks, and what each of them costs.
 *
 * Where the environment is not known, `worst` and `best` are the lowest and highest over both
 * weightings, and points are shared under the one that gives `worst`.
 */
export function scoreStream(checks: readonly ScoredCheck[], environment: Environment["name"]): ScoredStream {
  const [heavy, light] = weightingsOf(environment);
  const underHeavy = checks.map((check) => weigh(check, heavy));
  const underLight = light === heavy ? underHeavy : checks.map((check) => weigh(check, light));
  const shareOf = ({ check, severity }: ScoredCheck, points = 0, gain = 0): CheckShare => {
    return { checkId: check.id, severity: severityUnder(heavy, check, severity), points, gain };
  };
  if (!underHeavy.some(({ status }) => status !== "uncounted")) {
    const shares = checks.map((check) => shareOf(check));
    return { score: null, shares, inheritedCaps: { worst: [], best: [] } };
  }

  const lowest = worstOf(underLight).value < worstOf(underHeavy).value ? underLight : underHeavy;
  const { value: worst, cap } = worstOf(lowest);
  const best = Math.max(bestOf(underHeavy), bestOf(underLight));
  const weights = lowest.map((check) => (isOpen(check) ? check.heaviest.weight : 0));
  const points = sharePoints(100 - worst, weights);
  const gains = gainsOf(underHeavy, underLight, worst);
  return {
    score: { worst, best, grade: gradeOf(worst), ...(cap && { cap }) },
    shares: checks.map((check, index) => shareOf(check, points[index], gains[index])),
    inheritedCaps: {
      worst: underHeavy.filter(isOpen).flatMap((check) => inheritedCap(check, check.heaviest.cap)),
      best: underLight.filter(isFailing).flatMap((check) => inheritedCap(check, check.lightest.cap)),
    },
  };
}

/** The weighting that makes failures heavy, and the one that makes them light: the same where the environment is known. */
function weightingsOf(environment: Environment["name"]): readonly [Weighting, Weighting] {
  if (environment === "unknown") return ["listed", "lowered"];
  return environment === "non-production" ? ["lowered", "lowered"] : ["listed", "listed"];
}

function gainsOf(
  underHeavy: readonly WeighedCheck[],
  underLight: readonly WeighedCheck[],
  worst: number,
): number[] {
  const risen = (checks: readonly WeighedCheck[]) =>
    checks.map((check) => (isOpen(check) ? worstOf(checks, check).value : worst));
  const heavy = risen(underHeavy);
  const light = underLight === underHeavy ? heavy : risen(underLight);
  return heavy.map((value, index) => Math.min(value, ...light.slice(index, index + 1)) - worst);
}

function inheritedCap({ checkId, capsStream }: WeighedCheck, at: number): InheritedCap[] {
  return capsStream ? [] : [{ checkId, at }];
}

function isFailing({ status }: WeighedCheck): boolean {
  return status === "fail";
}
