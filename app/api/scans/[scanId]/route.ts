import { answer, found } from "@/lib/server/api";
import { loadScan, removeScan } from "@/lib/server/scans";

type Context = RouteContext<"/api/scans/[scanId]">;

export function GET(_request: Request, { params }: Context): Promise<Response> {
  return answer(async () => ({
    scan: found(await loadScan((await params).scanId), "There is no such scan."),
  }));
}

/** Removes a scan that has ended, and what it left. */
export function DELETE(_request: Request, { params }: Context): Promise<Response> {
  return answer(async () => {
    await removeScan((await params).scanId);
    return new Response(null, { status: 204 });
  });
}
