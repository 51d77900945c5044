import type { VpcEndpoint } from "@/lib/model/network";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { became, changeEndpoint, findEndpoint } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** KDS-NET-02: private names, or a second zone; a state of its own nobody can set. */
export function mendEndpoint({ finding, snapshot }: FixInput): Fix | undefined {
  const [endpointId = "", side] = finding.cause.id.split("#");
  const endpoint = findEndpoint(snapshot, endpointId);
  if (!endpoint) return undefined;
  const regions = snapshot.accounts.find(({ accountId }) => accountId === endpoint.accountId)?.regions;
  const region = regions?.find((each) => each.region === endpoint.region);
  if (!region) return undefined;
  if (side === "private-dns") return hasNamesAlready(region, endpoint) ? undefined : turnOnNames(endpoint);
  const subnetId = side === "zones" ? subnetElsewhere(region, endpoint) : undefined;
  return subnetId === undefined ? undefined : addSubnet(endpoint, subnetId);
}

/** Two endpoints for one service cannot both have its private names in one VPC. */
function hasNamesAlready({ vpcEndpoints }: RegionSnapshot, { id, vpcId, serviceName }: VpcEndpoint): boolean {
  return (
    !vpcEndpoints.known ||
    vpcEndpoints.value.some(
      (other) =>
        other.id !== id &&
        other.vpcId === vpcId &&
        other.serviceName === serviceName &&
        (!other.privateDnsEnabled.known || other.privateDnsEnabled.value),
    )
  );
}

function turnOnNames(endpoint: VpcEndpoint): Fix {
  return {
    words:
      "Turn on private DNS, so that the names of Kinesis lead to the endpoint, and applications need no change. The VPC needs DNS resolution and DNS host names.",
    ...written(endpoint, {
      flags: ["--private-dns-enabled"],
      terraform: { private_dns_enabled: true },
      properties: { PrivateDnsEnabled: true },
    }),
    announces: [
      { words: "Everything in the VPC reaches Kinesis through the endpoint from then on, under its policy." },
    ],
    apply: (given) =>
      changeEndpoint(given, endpoint.id, (each) =>
        Object.assign({}, each, {
          privateDnsEnabled: became(each.privateDnsEnabled, true, "ec2:DescribeVpcEndpoints"),
        }),
      ),
  };
}

function subnetElsewhere({ subnets }: RegionSnapshot, { vpcId, subnetIds }: VpcEndpoint): string | undefined {
  if (!subnets.known || !subnetIds.known) return undefined;
  const own = subnetIds.value;
  const zones = new Set(
    subnets.value.filter(({ id }) => own.includes(id)).map(({ availabilityZone }) => availabilityZone),
  );
  const others = subnets.value.filter(
    (subnet) => subnet.vpcId === vpcId && !zones.has(subnet.availabilityZone),
  );
  return others.map(({ id }) => id).toSorted()[0];
}

function addSubnet(endpoint: VpcEndpoint, subnetId: string): Fix {
  const all = endpoint.subnetIds.known ? [...endpoint.subnetIds.value, subnetId] : [subnetId];
  return {
    words: `Give the endpoint an address in ${subnetId}, which is in another Availability Zone.`,
    ...written(endpoint, {
      flags: ["--add-subnet-ids", subnetId],
      terraform: { subnet_ids: all },
      properties: { SubnetIds: all },
    }),
    announces: [{ words: "AWS bills an interface endpoint by the hour and zone." }],
    apply: (given) =>
      changeEndpoint(given, endpoint.id, (each) =>
        Object.assign({}, each, { subnetIds: became(each.subnetIds, all, "ec2:DescribeVpcEndpoints") }),
      ),
  };
}

interface Setting {
  readonly flags: readonly string[];
  readonly terraform: Readonly<Record<string, boolean | readonly string[]>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

function written(
  { id, region, vpcId, serviceName }: VpcEndpoint,
  { flags, terraform, properties }: Setting,
): Pick<Fix, "commands" | "terraform" | "cloudFormation" | "documents"> {
  return {
    commands: [
      command("aws", "ec2", "modify-vpc-endpoint", "--region", region, "--vpc-endpoint-id", id, ...flags),
    ],
    terraform: resourceBlock("aws_vpc_endpoint", terraformName(id), {
      vpc_id: vpcId,
      service_name: serviceName,
      vpc_endpoint_type: "Interface",
      ...terraform,
    }),
    cloudFormation: cloudFormation({
      [logicalId("Endpoint", id)]: {
        Type: "AWS::EC2::VPCEndpoint",
        Properties: {
          VpcId: vpcId,
          ServiceName: serviceName,
          VpcEndpointType: "Interface",
          ...properties,
        },
      },
    }),
    documents: [],
  };
}
