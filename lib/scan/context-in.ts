import "server-only";
import type { CallContext } from "@/lib/aws/call-context";
import type { Session } from "@/lib/aws/open-session";
import type { CallerIdentity } from "@/lib/collectors/caller-identity";
import type { ScanRequest } from "@/lib/model/scan";

/** What collectors get in a Region, once it is known who asks; `reader` is for those that read the organization. */
export function contextIn(
  { source, reader, ...session }: Session,
  { accountId, partition }: CallerIdentity,
  { onDemand }: ScanRequest,
) {
  const contextOf =
    ({ aws, clientsFor }: Session["reader"]) =>
    (region: string): CallContext => ({
      accountId,
      partition,
      region,
      clients: clientsFor(region),
      aws,
      onDemand,
      customEndpoint: () => source().kind !== "aws",
    });
  return { own: contextOf(session), reader: contextOf(reader) };
}
