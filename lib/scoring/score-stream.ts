/**
 * The score. What the report's builder does with it, for each stream:
 *
 * ```ts
 * const index = indexVerdicts(runChecks(snapshot, settings, checks)); // once
 * const environment = environmentOf(stream, settings);
 * const place = { arn, accountId, region, keySubject: keySubjectOf(stream, regionSnapshot) };
 * const onStream = checks.map((check) => verdictOnStream(check, place, index));
 * const scored = scoreStream(onStream, environment.name);
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
import type { ScoredCheck } from "@/lib/scoring/scored-check";

/** What one check means for a stream's score. */
export interface CheckShare {
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

/** The score interval of a stream from its checks, and what each of them costs. */
export function scoreStream(
  _checks: readonly ScoredCheck[],
  _environment: Environment["name"],
): ScoredStream {
  throw new Error("not built yet");
}
