import "server-only";
import type { CallContext } from "@/lib/aws/call-context";
import { collectChannels } from "@/lib/collectors/channels";
import { collectDeliveryStreams } from "@/lib/collectors/delivery-streams";
import { collectEventDataStores } from "@/lib/collectors/event-data-stores";
import { collectEventRules } from "@/lib/collectors/event-rules";
import { collectHostedZones } from "@/lib/collectors/hosted-zones";
import { collectAliases } from "@/lib/collectors/key-aliases";
import { collectKeys } from "@/lib/collectors/keys";
import { collectPrefixLists } from "@/lib/collectors/prefix-lists";
import { collectRouteTables } from "@/lib/collectors/route-tables";
import { collectSecurityGroups } from "@/lib/collectors/security-groups";
import { collectStreams } from "@/lib/collectors/streams";
import { collectTrails } from "@/lib/collectors/trails";
import { collectVpcEndpoints } from "@/lib/collectors/vpc-endpoints";
import { collectSubnets, collectVpcs } from "@/lib/collectors/vpcs";
import type { RegionSnapshot } from "@/lib/model/snapshot";

/** All parts of one Region. Quotas are each operation's own, so independent ones run side by side. */
export async function collectRegion(context: CallContext): Promise<RegionSnapshot> {
  const streamsRead = collectStreams(context);
  const aliasesRead = collectAliases(context);
  const endpointsRead = collectVpcEndpoints(context);
  const groupsRead = endpointsRead.then((endpoints) => collectSecurityGroups(context, endpoints));

  const [
    streams,
    channels,
    aliases,
    keys,
    vpcEndpoints,
    securityGroups,
    subnets,
    vpcs,
    routeTables,
    prefixLists,
    hostedZones,
    watching,
  ] = await Promise.all([
    streamsRead,
    collectChannels(context),
    aliasesRead,
    Promise.all([streamsRead, aliasesRead]).then((parts) => collectKeys(context, ...parts)),
    endpointsRead,
    groupsRead,
    collectSubnets(context),
    collectVpcs(context),
    collectRouteTables(context),
    groupsRead.then((groups) => collectPrefixLists(context, groups)),
    endpointsRead.then((endpoints) => collectHostedZones(context, endpoints)),
    collectWatching(context),
  ]);
  return {
    region: context.region,
    streams,
    channels,
    aliases,
    keys,
    vpcEndpoints,
    securityGroups,
    subnets,
    vpcs,
    routeTables,
    prefixLists,
    hostedZones,
    ...watching,
  };
}

type Watching = Pick<RegionSnapshot, "deliveryStreams" | "trails" | "eventDataStores" | "eventRules">;

/** What is logged, who is told, and what else reads streams: nothing of it rests on another part. */
async function collectWatching(context: CallContext): Promise<Watching> {
  const [deliveryStreams, trails, eventDataStores, eventRules] = await Promise.all([
    collectDeliveryStreams(context),
    collectTrails(context),
    collectEventDataStores(context),
    collectEventRules(context),
  ]);
  return { deliveryStreams, trails, eventDataStores, eventRules };
}
