import { answer, found } from "@/lib/server/api";
import { loadStreamAccess } from "@/lib/server/principals";
import { latestReport, scanHead } from "@/lib/server/latest-report";
import { findStream, placeOfSegments } from "@/lib/server/find-stream";

/** One stream of the latest scan, with every verdict; `.~` and `..~` stand for the names `.` and `..`. */
export function GET(
  request: Request,
  { params }: RouteContext<"/api/streams/[accountId]/[region]/[name]">,
): Promise<Response> {
  return answer(async () => {
    const { report } = await latestReport(request);
    const stream = found(
      findStream(report, placeOfSegments(await params)),
      "The latest scan saw no such stream.",
    );
    return { ...scanHead(report), stream, ...loadStreamAccess(report, stream) };
  });
}
