import { answer } from "@/lib/server/api";
import { withdrawWaiver } from "@/lib/server/decisions";

/** Takes a waiver back. */
export function DELETE(_request: Request, { params }: RouteContext<"/api/waivers/[id]">): Promise<Response> {
  return answer(async () => withdrawWaiver((await params).id));
}
