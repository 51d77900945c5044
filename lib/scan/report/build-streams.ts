import { itemAt } from "@/lib/iam/access-index/item-at";
import type { CheckedVerdict } from "@/lib/checks/checked-verdict";
import type { Check } from "@/lib/model/check";
import type { ReportStream } from "@/lib/model/report";
import type { AuditSettings } from "@/lib/model/settings";
import type { StreamMemory } from "@/lib/scan/report/stream-memory";
import { costing } from "@/lib/scan/report/stream-verdict";
import { environmentOf } from "@/lib/scoring/environment";
import { remembered } from "@/lib/scoring/remembered";
import { streamScorer } from "@/lib/scoring/score-stream";
import type { ScoredStream } from "@/lib/scoring/score-stream";
import type { VerdictOfCheck, Waive } from "@/lib/scoring/verdict-on-stream";

export interface BuiltStream {
  readonly arn: string;
  readonly scored: ScoredStream;
  readonly stream: ReportStream;
}

interface StreamsOptions {
  readonly settings: AuditSettings;
  readonly checks: readonly Check[];
  readonly verdicts: readonly CheckedVerdict[];
  readonly waive: Waive | undefined;
  readonly memory: StreamMemory;
}

/** Every stream that was listed, in the order of their ARNs, with what each check says of it. */
export function buildStreams({ settings, checks, verdicts, waive, memory }: StreamsOptions): BuiltStream[] {
  const byCheck = new Map<string, VerdictOfCheck[]>();
  for (const verdict of verdicts) remembered(byCheck, verdict.checkId, () => []).push(verdict);
  const columns = checks.map((check) => memory.column(check, byCheck.get(check.id) ?? [], waive));
  const scoreOf = streamScorer();

  return memory.rows().map(({ stream, parts }, at) => {
    const { arn, name, accountId, region } = stream;
    const environment = environmentOf(stream, settings);
    const weighting = environment.name === "non-production" ? "lowered" : "listed";
    const onStream = columns.map(({ onStreams }) => itemAt(onStreams, at));
    const scored = scoreOf(onStream, environment.name);
    const { score } = scored;
    const told = columns.map(({ onStreams, weighed }, each) =>
      costing(weighed(itemAt(onStreams, at), weighting, accountId), scored.shares[each]),
    );
    return {
      arn,
      scored,
      stream: { arn, name, region, accountId, environment, score, ...parts, verdicts: told },
    };
  });
}
