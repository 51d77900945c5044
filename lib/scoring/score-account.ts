import type { Score } from "@/lib/model/report";
import type { ScoredStream } from "@/lib/scoring/score-stream";

export interface AccountScore {
  readonly score: Score | null;
  /** The stream with the lowest `worst`, the first of them. */
  readonly lowestStreamArn?: string;
}

/**
 * The mean of the streams' `worst` and `best`, under the caps of what fails at a wider scope than
 * stream and key. Streams without a score count nowhere; none with a score: no score.
 */
export function scoreAccount(
  _streams: readonly { readonly arn: string; readonly scored: ScoredStream }[],
): AccountScore {
  throw new Error("not built yet");
}
