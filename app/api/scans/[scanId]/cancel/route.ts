import { answer } from "@/lib/server/api";
import { cancelScan, loadScan } from "@/lib/server/scans";

export function POST(
  _request: Request,
  { params }: RouteContext<"/api/scans/[scanId]/cancel">,
): Promise<Response> {
  return answer(async () => {
    const { scanId } = await params;
    await cancelScan(scanId);
    return { scan: await loadScan(scanId) };
  });
}
