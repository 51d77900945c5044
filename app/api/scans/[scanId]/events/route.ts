import { answer } from "@/lib/server/api";
import { followScan } from "@/lib/server/follow-scan";

/** Follows a scan; a browser that reconnects resumes after the last event that it saw. */
export function GET(
  request: Request,
  { params }: RouteContext<"/api/scans/[scanId]/events">,
): Promise<Response> {
  return answer(async () => followScan((await params).scanId, request));
}
