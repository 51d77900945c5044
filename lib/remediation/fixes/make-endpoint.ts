import type { SecurityGroup, Vpc, VpcEndpoint } from "@/lib/model/network";
import type { Known } from "@/lib/model/observed";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { changeRegions } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { ownAccountPolicy } from "@/lib/remediation/fixes/own-account-policy";
import { Expression, jsonEncode, resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** Nothing has them: EC2 makes ids of its own. */
const imaginedEndpointId = "vpce-00000000000000000";
const imaginedGroupId = "sg-00000000000000000";
const groupName = "kinesis-endpoint";

interface Place {
  readonly accountId: string;
  readonly region: RegionSnapshot;
  readonly vpc: Vpc;
  readonly cidrBlock: string;
  /** One of each Availability Zone. */
  readonly subnetIds: readonly string[];
  readonly serviceName: string;
}

/** KDS-NET-01: an interface endpoint in the VPC, for its own addresses, and the account's own principals and streams. */
export function makeEndpoint({ finding, snapshot, settings }: FixInput): Fix | undefined {
  const vpcId = finding.cause.id.replace(/^vpc /, "");
  const { accountId = "", region: regionName } = finding.subjects[0] ?? {};
  const regions = snapshot.accounts.find((each) => each.accountId === accountId)?.regions ?? [];
  const region = regions.find((each) => each.region === regionName);
  const isFips = settings.fipsAccountIds.includes(accountId);
  const place = region && findPlace(region, { accountId, vpcId, isFips });
  if (!place) return undefined;
  return {
    words: `Make an interface endpoint for Kinesis in ${vpcId}, with private DNS, so that applications need no change. Its security group admits the VPC's own addresses, and its policy this account's principals and streams.`,
    commands: commandsFor(place),
    terraform: terraformFor(place),
    cloudFormation: cloudFormation(resourcesFor(place)),
    documents: [],
    announces: [
      { words: "An interface endpoint costs by the hour and zone, and by what goes through it." },
      ...(place.subnetIds.length < 2
        ? [
            {
              checkId: "KDS-NET-02",
              words: `${vpcId} has subnets in one Availability Zone alone: add another.`,
            },
          ]
        : []),
    ],
    apply: (given) =>
      changeRegions(given, (each, owner) =>
        owner === accountId && each.region === place.region.region ? withEndpoint(each, place) : each,
      ),
  };
}

function findPlace(
  region: RegionSnapshot,
  {
    accountId,
    vpcId,
    isFips,
  }: { readonly accountId: string; readonly vpcId: string; readonly isFips: boolean },
): Place | undefined {
  const { vpcs, subnets, vpcEndpoints, securityGroups } = region;
  if (!vpcs.known || !subnets.known || !vpcEndpoints.known || !securityGroups.known) return undefined;
  const vpc = vpcs.value.find(({ id }) => id === vpcId);
  const hasOne = vpcEndpoints.value.some((endpoint) => endpoint.vpcId === vpcId);
  const byZone = new Map(
    subnets.value
      .filter((subnet) => subnet.vpcId === vpcId)
      .map((subnet) => [subnet.availabilityZone, subnet.id]),
  );
  // One that is there and does not work is to be mended, not doubled.
  if (!vpc?.cidrBlock || hasOne || byZone.size === 0) return undefined;
  const serviceName = `com.amazonaws.${region.region}.kinesis-streams${isFips ? "-fips" : ""}`;
  const subnetIds = [...byZone.values()].toSorted();
  return { accountId, region, vpc, cidrBlock: vpc.cidrBlock, subnetIds, serviceName };
}

function commandsFor({
  region: { region },
  accountId,
  vpc,
  cidrBlock,
  subnetIds,
  serviceName,
}: Place): string[] {
  const create = command(
    "aws",
    "ec2",
    "create-security-group",
    "--region",
    region,
    "--vpc-id",
    vpc.id,
    "--group-name",
    groupName,
    "--description",
    "HTTPS to the Kinesis endpoint from the VPC",
    "--query",
    "GroupId",
    "--output",
    "text",
  );
  return [
    `GROUP_ID=$(${create})`,
    `${command("aws", "ec2", "authorize-security-group-ingress", "--region", region)} --group-id "$GROUP_ID" ${command("--protocol", "tcp", "--port", "443", "--cidr", cidrBlock)}`,
    `${command(
      "aws",
      "ec2",
      "create-vpc-endpoint",
      "--region",
      region,
      "--vpc-endpoint-type",
      "Interface",
      "--vpc-id",
      vpc.id,
      "--service-name",
      serviceName,
      "--subnet-ids",
      ...subnetIds,
      "--private-dns-enabled",
      "--policy-document",
      JSON.stringify(ownAccountPolicy(accountId)),
    )} --security-group-ids "$GROUP_ID"`,
  ];
}

function terraformFor({ accountId, vpc, cidrBlock, subnetIds, serviceName }: Place): string {
  const label = terraformName(`kinesis_${vpc.id}`);
  return [
    resourceBlock("aws_security_group", label, { name: groupName, vpc_id: vpc.id }),
    resourceBlock("aws_vpc_security_group_ingress_rule", label, {
      security_group_id: new Expression(() => `aws_security_group.${label}.id`),
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
      cidr_ipv4: cidrBlock,
    }),
    resourceBlock("aws_vpc_endpoint", label, {
      vpc_id: vpc.id,
      service_name: serviceName,
      vpc_endpoint_type: "Interface",
      subnet_ids: subnetIds,
      security_group_ids: new Expression(() => `[aws_security_group.${label}.id]`),
      private_dns_enabled: true,
      policy: jsonEncode(ownAccountPolicy(accountId)),
    }),
  ].join("\n");
}

function resourcesFor({ accountId, vpc, cidrBlock, subnetIds, serviceName }: Place) {
  const [group, endpoint] = [logicalId("Group", vpc.id), logicalId("Endpoint", vpc.id)];
  return {
    [group]: {
      Type: "AWS::EC2::SecurityGroup",
      Properties: {
        GroupName: groupName,
        GroupDescription: "HTTPS to the Kinesis endpoint from the VPC",
        VpcId: vpc.id,
        SecurityGroupIngress: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, CidrIp: cidrBlock }],
      },
    },
    [endpoint]: {
      Type: "AWS::EC2::VPCEndpoint",
      Properties: {
        VpcEndpointType: "Interface",
        VpcId: vpc.id,
        ServiceName: serviceName,
        SubnetIds: subnetIds,
        SecurityGroupIds: [{ "Fn::GetAtt": [group, "GroupId"] }],
        PrivateDnsEnabled: true,
        PolicyDocument: ownAccountPolicy(accountId),
      },
    },
  };
}

function withEndpoint(region: RegionSnapshot, place: Place): RegionSnapshot {
  const { vpcEndpoints, securityGroups } = region;
  if (!vpcEndpoints.known || !securityGroups.known) return region;
  const { read } = vpcEndpoints;
  const known = <T>(value: T): Known<T> => ({ known: true, value, read });
  const { accountId, vpc, subnetIds, serviceName } = place;
  const endpoint: VpcEndpoint = {
    id: imaginedEndpointId,
    accountId,
    region: region.region,
    vpcId: vpc.id,
    serviceName,
    type: known("Interface"),
    state: known("available"),
    subnetIds: known([...subnetIds]),
    securityGroupIds: known([imaginedGroupId]),
    privateDnsEnabled: known(true),
    ipAddressType: known("ipv4"),
    policy: known(JSON.stringify(ownAccountPolicy(accountId))),
    networkInterfaceIds: [],
    dnsNames: [],
    tags: {},
  };
  return {
    ...region,
    vpcEndpoints: { ...vpcEndpoints, value: [...vpcEndpoints.value, endpoint] },
    securityGroups: { ...securityGroups, value: [...securityGroups.value, groupOf(place)] },
  };
}

function groupOf({ vpc, cidrBlock }: Place): SecurityGroup {
  const rule = {
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrBlocks: [cidrBlock],
    ipv6CidrBlocks: [],
    prefixListIds: [],
    sourceGroupIds: [],
  };
  return { id: imaginedGroupId, name: groupName, vpcId: vpc.id, description: "", inboundRules: [rule] };
}
