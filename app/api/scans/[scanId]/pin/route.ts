import { answer } from "@/lib/server/api";
import { pinScan } from "@/lib/server/scans";

type Context = RouteContext<"/api/scans/[scanId]/pin">;

/** Keeps a scan whatever its age. */
export function PUT(_request: Request, { params }: Context): Promise<Response> {
  return answer(async () => ({ scan: await pinScan((await params).scanId, true) }));
}

/** Lets it go with the others. */
export function DELETE(_request: Request, { params }: Context): Promise<Response> {
  return answer(async () => ({ scan: await pinScan((await params).scanId, false) }));
}
