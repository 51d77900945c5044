import { type Gap, missing } from "@/lib/model/observed";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";

interface UnreadAccount extends Pick<AccountSnapshot, "accountId" | "identityArn" | "partition"> {
  /** Those that would have been looked at. */
  readonly regions: readonly string[];
  /** Why nothing of it could be read. */
  readonly gap: Gap;
}

/** An account that could not be entered: each of its facts is the same gap. */
export function unreadAccount({ gap, regions, ...account }: UnreadAccount): AccountSnapshot {
  const unread = missing(gap);
  return {
    ...account,
    enabledRegions: unread,
    organization: unread,
    organizationAccountIds: unread,
    organizationPolicies: unread,
    iam: unread,
    accountSummary: unread,
    accessKeys: unread,
    serviceUses: unread,
    regions: regions.map((region) => unreadRegion(region, gap)),
  };
}

function unreadRegion(region: string, gap: Gap): RegionSnapshot {
  const unread = missing(gap);
  return {
    region,
    streams: unread,
    channels: unread,
    aliases: unread,
    keys: unread,
    vpcEndpoints: unread,
    securityGroups: unread,
    subnets: unread,
    vpcs: unread,
    routeTables: unread,
    prefixLists: unread,
    hostedZones: unread,
    deliveryStreams: unread,
    trails: unread,
    eventDataStores: unread,
    eventRules: unread,
    pipes: unread,
    instances: unread,
    functions: unread,
    eventSourceMappings: unread,
    ecsServices: unread,
    eksClusters: unread,
    encryptionEvents: unread,
  };
}
