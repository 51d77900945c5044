import { answer } from "@/lib/server/api";
import { exportReport } from "@/lib/server/export-report";

/** A scan's report as a file, narrowed by the filters of the page that it is asked for from. */
export function GET(
  request: Request,
  { params }: RouteContext<"/api/scans/[scanId]/report/[format]">,
): Promise<Response> {
  return answer(async () => {
    const { scanId, format } = await params;
    return exportReport(scanId, format, request);
  });
}
