import type { RegionPlace } from "@/lib/model/check";
import type { VpcEndpoint } from "@/lib/model/network";
import type { Gap } from "@/lib/model/observed";
import { gapsOf } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";

export type WayParts = Pick<RegionParts, "vpcEndpoints" | "hostedZones" | "vpcs" | "routeTables">;

/** How a VPC reaches Kinesis: privately, not, or nobody can say. */
export type Way =
  | { readonly kind: "private" }
  | { readonly kind: "none"; readonly why: string }
  | { readonly kind: "open"; readonly gaps: readonly Gap[] };

/**
 * By an endpoint of its own that is available, or by a private hosted zone that leads to a central one.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export function wayToKinesis(vpcId: string, input: RegionPlace<"centralEndpointIds"> & WayParts): Way {
  const { vpcEndpoints, vpcs, accountId } = input;
  if (!vpcEndpoints.known) return { kind: "open", gaps: [vpcEndpoints.gap] };
  const own = vpcEndpoints.value.filter((endpoint) => endpoint.vpcId === vpcId);
  if (own.some(isAvailable)) return { kind: "private" };
  const unread = own.filter(({ state }) => !state.known);
  if (unread.length > 0) return { kind: "open", gaps: gapsOf(...unread.map(({ state }) => state)) };
  if (!vpcs.known) return { kind: "open", gaps: [vpcs.gap] };
  const owner = vpcs.value.find(({ id }) => id === vpcId)?.ownerId;
  if (owner !== undefined && owner !== accountId) return { kind: "open", gaps: [shared(vpcId, owner)] };
  return byZone(vpcId, own, input);
}

function byZone(
  vpcId: string,
  own: readonly VpcEndpoint[],
  input: RegionPlace<"centralEndpointIds"> & WayParts,
): Way {
  const { hostedZones, settings, region, partition } = input;
  if (!hostedZones.known) return { kind: "open", gaps: [hostedZones.gap] };
  const zones = hostedZones.value.find((one) => one.vpcId === vpcId)?.zoneNames;
  if (!zones) return { kind: "open", gaps: [zonesNotAsked(vpcId, region)] };
  if (!zones.known) return { kind: "open", gaps: [zones.gap] };
  const name = `kinesis.${region}.${partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"}`;
  const hasZone = zones.value.some((zone) => zone.toLowerCase() === name);
  if (hasZone && settings.centralEndpointIds.length > 0) return { kind: "private" };
  if (hasZone) return { kind: "open", gaps: [centralLikely(vpcId, name)] };
  const states = own.map(({ id, state }) => `${id} is ${state.known ? state.value : "in an unread state"}`);
  return { kind: "none", why: states.length > 0 ? states.join(", ") : "it has no endpoint for Kinesis" };
}

function isAvailable({ state }: VpcEndpoint): boolean {
  return state.known && state.value.toLowerCase() === "available";
}

function shared(vpcId: string, owner: string): Gap {
  const message = `${vpcId} belongs to account ${owner}, which shares its subnets: its endpoints are seen there alone.`;
  return { action: "ec2:DescribeVpcEndpoints", reason: "not-collected", message, resource: vpcId };
}

function zonesNotAsked(vpcId: string, region: string): Gap {
  const message = `The private hosted zones of ${vpcId} were not asked for.`;
  return {
    action: "route53:ListHostedZonesByVPC",
    reason: "not-collected",
    message,
    resource: vpcId,
    region,
  };
}

function centralLikely(vpcId: string, zone: string): Gap {
  const message = `A private hosted zone ${zone} of ${vpcId} likely leads to a central endpoint; declare the endpoint in the settings if it does.`;
  return { action: "route53:ListResourceRecordSets", reason: "not-collected", message, resource: vpcId };
}

/** Where the subnets' traffic leaves the VPC, `igw-…` and `nat-…`: evidence, and not a fault by itself. */
export function gatewaysOf(
  subnetIds: readonly string[],
  vpcId: string,
  { routeTables }: Pick<WayParts, "routeTables">,
): string[] {
  if (!routeTables.known) return [];
  const ofVpc = routeTables.value.filter((table) => table.vpcId === vpcId);
  const tables = subnetIds.map(
    (id) => ofVpc.find((table) => table.subnetIds.includes(id)) ?? ofVpc.find(({ isMain }) => isMain),
  );
  const targets = tables.flatMap((table) => table?.routes.map(({ target }) => target) ?? []);
  return [...new Set(targets.filter((target) => /^(igw|nat|eigw)-/.test(target)))].toSorted();
}
