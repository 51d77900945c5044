import "server-only";
import type { CallContext } from "@/lib/aws/call-context";
import type { Clients } from "@/lib/aws/clients";
import type { Session } from "@/lib/aws/open-session";
import type { CallerIdentity } from "@/lib/collectors/caller-identity";
import type { ScanRequest } from "@/lib/model/scan";

/** What collectors get, Region by Region, once it is known who asks. */
export function contextIn(
  { aws, source }: Session,
  { accountId, partition }: CallerIdentity,
  { onDemand }: ScanRequest,
) {
  return (region: string, clients: Clients): CallContext => ({
    accountId,
    partition,
    region,
    clients,
    aws,
    onDemand,
    customEndpoint: () => source().kind !== "aws",
  });
}
