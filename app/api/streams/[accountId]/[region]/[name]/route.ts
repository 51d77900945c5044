import { answer, found } from "@/lib/server/api";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { findStream } from "@/lib/server/find-stream";

/** One stream of the latest scan, with every verdict. */
export function GET(
  request: Request,
  { params }: RouteContext<"/api/streams/[accountId]/[region]/[name]">,
): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    const stream = found(findStream(report, await params), "The latest scan saw no such stream.");
    return { ...scanHead(report), stream };
  });
}
