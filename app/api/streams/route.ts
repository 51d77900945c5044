import { answer } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { refuse } from "@/lib/server/api-query";
import { filterStreams, parseStreamFilter, streamFilterParameters } from "@/lib/server/stream-filter";
import { toStreamRow } from "@/lib/server/stream-row";

/** The streams of the latest scan; a stream's verdicts are under its own address. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const { report, query } = await latestReport(request, streamFilterParameters);
    const { filter, problems } = parseStreamFilter(query);
    refuse(problems);
    const streams = filterStreams(report, filter);
    return { ...scanHead(report), total: streams.length, streams: streams.map(toStreamRow) };
  });
}
