import { answer, json } from "@/lib/server/api";
import { resumeScan } from "@/lib/server/scans";

export function POST(
  _request: Request,
  { params }: RouteContext<"/api/scans/[scanId]/resume">,
): Promise<Response> {
  return answer(async () => {
    const { scanId } = await params;
    return json({ scan: await resumeScan(scanId) }, 202, { location: `/api/scans/${scanId}` });
  });
}
