import "server-only";
import type { CallContext } from "@/lib/aws/call-context";
import { collectChannels } from "@/lib/collectors/channels";
import { collectDeliveryStreams } from "@/lib/collectors/delivery-streams";
import { collectEncryptionEvents } from "@/lib/collectors/encryption-events";
import { collectEventDataStores } from "@/lib/collectors/event-data-stores";
import { collectEventRules } from "@/lib/collectors/event-rules";
import { collectHostedZones } from "@/lib/collectors/hosted-zones";
import { collectAliases } from "@/lib/collectors/key-aliases";
import { collectKeys } from "@/lib/collectors/keys";
import { collectPipes } from "@/lib/collectors/pipes";
import { collectPrefixLists } from "@/lib/collectors/prefix-lists";
import { collectRouteTables } from "@/lib/collectors/route-tables";
import { collectSecurityGroups } from "@/lib/collectors/security-groups";
import { collectStreams } from "@/lib/collectors/streams";
import { collectTrails } from "@/lib/collectors/trails";
import { collectVpcEndpoints } from "@/lib/collectors/vpc-endpoints";
import { collectSubnets, collectVpcs } from "@/lib/collectors/vpcs";
import { collectWorkloads, vpcsOfWorkloads } from "@/lib/collectors/workloads";
import type { RegionSnapshot } from "@/lib/model/snapshot";

/** All parts of one Region. Quotas are each operation's own, so independent ones run side by side. */
export async function collectRegion(context: CallContext): Promise<RegionSnapshot> {
  const streamsRead = collectStreams(context);
  const aliasesRead = collectAliases(context);
  const endpointsRead = collectVpcEndpoints(context);
  const subnetsRead = collectSubnets(context);
  const workloadsRead = collectWorkloads(context);
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
    workloads,
  ] = await Promise.all([
    streamsRead,
    collectChannels(context),
    aliasesRead,
    Promise.all([streamsRead, aliasesRead]).then((parts) => collectKeys(context, ...parts)),
    endpointsRead,
    groupsRead,
    subnetsRead,
    collectVpcs(context),
    collectRouteTables(context),
    groupsRead.then((groups) => collectPrefixLists(context, groups)),
    Promise.all([endpointsRead, workloadsRead, subnetsRead]).then(([endpoints, ...located]) =>
      collectHostedZones(context, endpoints, vpcsOfWorkloads(...located)),
    ),
    collectWatching(context),
    workloadsRead,
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
    ...workloads,
  };
}

type Watching = Pick<
  RegionSnapshot,
  "deliveryStreams" | "pipes" | "trails" | "eventDataStores" | "eventRules" | "encryptionEvents"
>;

/** What is logged, who is told, and what else reads streams: nothing of it rests on another part. */
async function collectWatching(context: CallContext): Promise<Watching> {
  const [deliveryStreams, pipes, trails, eventDataStores, eventRules, encryptionEvents] = await Promise.all([
    collectDeliveryStreams(context),
    collectPipes(context),
    collectTrails(context),
    collectEventDataStores(context),
    collectEventRules(context),
    collectEncryptionEvents(context),
  ]);
  return { deliveryStreams, pipes, trails, eventDataStores, eventRules, encryptionEvents };
}
