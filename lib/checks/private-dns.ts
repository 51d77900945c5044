import type { RegionPlace } from "@/lib/model/check";
import type { VpcEndpoint } from "@/lib/model/network";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Fault } from "@/lib/checks/fault";

/**
 * Whether the names of Kinesis lead to the endpoint: by private DNS, which AWS keeps, or by private
 * hosted zones of one's own. The SDK calls streams by ARN at `<account>.data-kinesis.<region>` and
 * `<account>.control-kinesis.<region>`, so that a zone for `kinesis.<region>` alone lets those out.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/ak.html
 */
export function findPrivateDnsFault(
  endpoint: VpcEndpoint,
  { hostedZones, ...place }: RegionPlace & Pick<RegionParts, "hostedZones">,
): Fault {
  const { id, vpcId, privateDnsEnabled, region } = endpoint;
  if (!privateDnsEnabled.known) return privateDnsEnabled;
  if (privateDnsEnabled.value) return undefined;
  if (!hostedZones.known) return hostedZones;

  const ofVpc = hostedZones.value.find((zones) => zones.vpcId === vpcId);
  if (!ofVpc) {
    const message = `The private hosted zones of ${vpcId} were not asked for.`;
    return {
      gap: {
        action: "route53:ListHostedZonesByVPC",
        reason: "not-collected",
        message,
        resource: vpcId,
        region,
      },
    };
  }
  const { zoneNames } = ofVpc;
  if (!zoneNames.known) return zoneNames;
  const lacking = neededNames(endpoint, place).filter(
    (names) => !names.some((name) => hasZone(zoneNames.value, name)),
  );
  if (lacking.length === 0) return undefined;
  const named = lacking.map(([name]) => name).join(", ");
  return { label: `Private DNS of ${id} is off, and ${vpcId} has no private hosted zone for ${named}.` };
}

/** For each of the three names the zones that hold it: the name's own, or this account's part of it. */
function neededNames(
  { serviceName }: VpcEndpoint,
  { accountId, region, partition }: RegionPlace,
): string[][] {
  const suffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const fips = serviceName.endsWith("-fips") ? "-fips" : "";
  return ["kinesis", "data-kinesis", "control-kinesis"].map((service) => {
    const name = `${service}${fips}.${region}.${suffix}`;
    return service === "kinesis" ? [name] : [name, `*.${name}`, `${accountId}.${name}`];
  });
}

function hasZone(zoneNames: readonly string[], name: string): boolean {
  return zoneNames.some((zoneName) => zoneName.toLowerCase() === name);
}
