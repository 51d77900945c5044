import type { Score } from "@/lib/model/report";
import type { InheritedCap, ScoredStream } from "@/lib/scoring/score-stream";
import { gradeOf } from "@/lib/scoring/weight";

export interface AccountScore {
  readonly score: Score | null;
  /** The stream with the lowest `worst`, the first of them. */
  readonly lowestStreamArn?: string;
}

interface StreamOfAccount {
  readonly arn: string;
  readonly scored: ScoredStream;
}

/**
 * The mean of the streams' `worst` and `best`, under the caps of what fails at a wider scope than
 * stream and key. Streams without a score count nowhere; none with a score: no score.
 */
export function scoreAccount(streams: readonly StreamOfAccount[]): AccountScore {
  const judged = streams.flatMap(({ arn, scored: { score, inheritedCaps } }) =>
    score ? [{ arn, score, inheritedCaps }] : [],
  );
  const [lowest] = judged.toSorted((one, other) => one.score.worst - other.score.worst);
  if (!lowest) return { score: null };

  const caps = judged.flatMap(({ inheritedCaps }) => inheritedCaps.worst);
  const worst = capped(mean(judged.map(({ score }) => score.worst)), caps);
  const bestCaps = judged.flatMap(({ inheritedCaps }) => inheritedCaps.best);
  const best = capped(mean(judged.map(({ score }) => score.best)), bestCaps).value;
  const score: Score = {
    worst: worst.value,
    best,
    grade: gradeOf(worst.value),
    ...(worst.cap && { cap: worst.cap }),
  };
  return { score, lowestStreamArn: lowest.arn };
}

function capped(uncapped: number, caps: readonly InheritedCap[]): { value: number; cap?: Score["cap"] } {
  const at = caps.reduce((lowest, cap) => Math.min(lowest, cap.at), 100);
  if (at >= uncapped) return { value: uncapped };
  const holding = caps.filter((cap) => cap.at === at).map(({ checkId }) => checkId);
  return { value: at, cap: { at, checkIds: [...new Set(holding)] } };
}

function mean(values: readonly number[]): number {
  return Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length);
}
