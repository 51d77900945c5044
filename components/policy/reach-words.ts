import { countOf } from "@/lib/format/count-of";
import type { Duty } from "@/lib/model/duty";

/** What one statement names, and what comes of it. */
export interface ShownStatementReach {
  readonly index: number;
  readonly sid?: string | undefined;
  readonly effect: "Allow" | "Deny";
  readonly isAboutStreams: boolean;
  readonly named: number | undefined;
  readonly streams: number;
  readonly principals: number;
  readonly duties: readonly Duty[];
}

export function matchesNothing({ isAboutStreams, named }: ShownStatementReach): boolean {
  return isAboutStreams && named === 0;
}

export function namedWords(statement: ShownStatementReach, streamsInAll: number): string {
  const { isAboutStreams, named } = statement;
  if (!isAboutStreams) return "About no action of Kinesis.";
  if (named === undefined)
    return "Which streams it names depends on who asks: a variable stands in its Resource.";
  if (streamsInAll === 0) return "There is no stream for it to name.";
  if (named === 0) return "Matches nothing: no stream of this scan has such a name.";
  if (named === streamsInAll) return `Names all ${countOf(streamsInAll, "stream")} of this scan.`;
  return `Names ${named} of ${countOf(streamsInAll, "stream")}.`;
}
