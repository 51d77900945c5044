import { answer } from "@/lib/server/api";
import { withdrawAttestation } from "@/lib/server/decisions";

/** Takes an attestation back. */
export function DELETE(
  _request: Request,
  { params }: RouteContext<"/api/attestations/[id]">,
): Promise<Response> {
  return answer(async () => withdrawAttestation((await params).id));
}
