import { answer } from "@/lib/server/api";
import { reconcileUpload } from "@/lib/server/reconcile";

/** Holds another tool's findings, the body, to a scan; nothing of it is stored. */
export function POST(
  request: Request,
  { params }: RouteContext<"/api/reconcile/[format]">,
): Promise<Response> {
  return answer(async () => reconcileUpload((await params).format, request));
}
