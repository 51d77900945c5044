import { answer } from "@/lib/server/api";
import { exportComparison } from "@/lib/server/comparisons";

/** What differs between two scans of one account, as a file. */
export function GET(request: Request, { params }: RouteContext<"/api/compare/[format]">): Promise<Response> {
  return answer(async () => exportComparison((await params).format, request));
}
