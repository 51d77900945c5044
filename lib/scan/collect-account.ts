import "server-only";
import type { Session } from "@/lib/aws/open-session";
import { collectAccessKeys } from "@/lib/collectors/access-keys";
import { collectAccountSummary } from "@/lib/collectors/account-summary";
import type { CallerIdentity } from "@/lib/collectors/caller-identity";
import { collectEnabledRegions } from "@/lib/collectors/enabled-regions";
import { collectIam } from "@/lib/collectors/iam";
import { collectOrganization } from "@/lib/collectors/organization";
import { collectRegion } from "@/lib/collectors/region";
import { collectServiceUses } from "@/lib/collectors/service-uses";
import type { ScanEventBody, ScanRequest } from "@/lib/model/scan";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { chooseRegions } from "@/lib/scan/choose-regions";
import { contextIn } from "@/lib/scan/context-in";
import { principalsToAsk, usersToAsk } from "@/lib/scan/users-to-ask";

/**
 * All that is read of the account of an identity.
 *
 * @throws {ScanFailureError} when nothing says which Regions.
 */
export async function collectAccount(
  session: Session,
  { identity, request }: { readonly identity: CallerIdentity; readonly request: ScanRequest },
  tell: (event: ScanEventBody) => void,
): Promise<AccountSnapshot> {
  const { homeRegion } = session.regions;
  const { accountId, arn: identityArn, partition } = identity;
  const contextOf = contextIn(session, identity, request);
  const global = contextOf.own(homeRegion);
  const accountRead = Promise.all([
    collectIam(global),
    collectOrganization(global, contextOf.reader(homeRegion)),
    collectAccountSummary(global),
  ]);
  // Awaited below; a failure before that must not end the process.
  accountRead.catch(() => undefined);
  const enabledRegions = await collectEnabledRegions(global);
  const regions = chooseRegions(request, session.regions, enabledRegions);
  tell({ type: "planned", regions });

  const [[iam, organization, accountSummary], regionSnapshots] = await Promise.all([
    accountRead,
    Promise.all(regions.map((region) => collectRegion(contextOf.own(region)))),
  ]);
  const read = { iam, regions: regionSnapshots };
  const [accessKeys, serviceUses] = await Promise.all([
    collectAccessKeys(global, usersToAsk(read)),
    collectServiceUses(global, principalsToAsk(read)),
  ]);
  return {
    accountId,
    identityArn,
    partition,
    enabledRegions,
    ...organization,
    iam,
    accountSummary,
    accessKeys,
    serviceUses,
    regions: regionSnapshots,
  };
}
