import { ScoreTrend } from "@/components/history/score-trend";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import type { Report, ReportStream } from "@/lib/model/report";
import { loadHistory } from "@/lib/server/history";

interface StreamHistoryProps {
  readonly report: Report;
  readonly stream: ReportStream;
}

/** The stream's score in every scan that saw it; nothing before the second one. */
export async function StreamHistory({ report: { scan }, stream: { arn, name } }: StreamHistoryProps) {
  const points = (await loadHistory(scan, scan.set)).flatMap(({ scanId, at, streams }) => {
    const score = Object.hasOwn(streams, arn) ? streams[arn] : undefined;
    return score === undefined ? [] : [{ scanId, at, score }];
  });
  if (points.length < 2) return null;
  return (
    <Panel title="Score over time">
      <ScoreTrend points={points} label={`Score of ${name} over ${countOf(points.length, "scan")}`} />
    </Panel>
  );
}
