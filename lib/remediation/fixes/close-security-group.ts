import type { SecurityGroup, SecurityGroupRule } from "@/lib/model/network";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { changeRegions } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

interface Place {
  readonly region: RegionSnapshot;
  readonly group: SecurityGroup;
  /** The addresses of the VPC: who is inside it. */
  readonly cidrBlock: string;
}

/** KDS-NET-03: rules that are open to every address, narrowed to the VPC's own. */
export function closeSecurityGroup({ finding, snapshot }: FixInput): Fix | undefined {
  const [groupId = "", side] = finding.cause.id.split("#");
  // Who uses a default group, or what a broken one should let in, nobody can tell by what was read.
  if (finding.cause.kind !== "security-group" || side === "default") return undefined;
  const place = findPlace(
    snapshot.accounts.flatMap(({ regions }) => regions),
    groupId,
  );
  if (!place) return undefined;
  const { region, group, cidrBlock } = place;
  const open = group.inboundRules.filter((rule) => openBlocks(rule).length > 0);
  if (open.length === 0) return undefined;
  return {
    words: `Let the endpoint be reached from ${cidrBlock}, the addresses of ${group.vpcId}, instead of from everywhere. Narrower still: from the security groups of its clients.`,
    commands: open.flatMap((rule) => commandsFor(rule, place)),
    terraform: open.map((rule, index) => terraformFor(rule, index, place)).join("\n"),
    cloudFormation: cloudFormation(
      Object.assign({}, ...open.map((rule, index) => resourceFor(rule, index, place))),
    ),
    documents: [],
    announces: [
      { words: "Clients outside the VPC, such as those of a peered one, no longer reach the endpoint." },
    ],
    apply: (given) =>
      changeRegions(given, (each) => (each.region === region.region ? withoutOpenRules(each, place) : each)),
  };
}

function findPlace(regions: readonly RegionSnapshot[], groupId: string): Place | undefined {
  for (const region of regions) {
    const { securityGroups, vpcs } = region;
    const group = securityGroups.known ? securityGroups.value.find(({ id }) => id === groupId) : undefined;
    const vpc = vpcs.known ? vpcs.value.find(({ id }) => id === group?.vpcId) : undefined;
    if (group && vpc?.cidrBlock !== undefined) return { region, group, cidrBlock: vpc.cidrBlock };
  }
  return undefined;
}

function openBlocks({ cidrBlocks, ipv6CidrBlocks }: SecurityGroupRule): string[] {
  return [...cidrBlocks, ...ipv6CidrBlocks].filter((block) => block.endsWith("/0"));
}

function permissionOf({ protocol, fromPort, toPort }: SecurityGroupRule, ranges: object) {
  return JSON.stringify([
    {
      IpProtocol: protocol,
      ...(fromPort !== undefined && { FromPort: fromPort }),
      ...(toPort !== undefined && { ToPort: toPort }),
      ...ranges,
    },
  ]);
}

function commandsFor(rule: SecurityGroupRule, { region, group, cidrBlock }: Place): string[] {
  const [ipv4, ipv6] = [rule.cidrBlocks, rule.ipv6CidrBlocks].map((blocks) =>
    blocks.filter((block) => block.endsWith("/0")),
  );
  const revoked = {
    ...(ipv4?.length && { IpRanges: ipv4.map((CidrIp) => ({ CidrIp })) }),
    ...(ipv6?.length && { Ipv6Ranges: ipv6.map((CidrIpv6) => ({ CidrIpv6 })) }),
  };
  const of = ["--region", region.region, "--group-id", group.id, "--ip-permissions"];
  const admitted = permissionOf(rule, { IpRanges: [{ CidrIp: cidrBlock }] });
  return [
    command("aws", "ec2", "authorize-security-group-ingress", ...of, admitted),
    command("aws", "ec2", "revoke-security-group-ingress", ...of, permissionOf(rule, revoked)),
  ];
}

function terraformFor(rule: SecurityGroupRule, index: number, { group, cidrBlock }: Place): string {
  const { protocol, fromPort, toPort } = rule;
  return resourceBlock("aws_vpc_security_group_ingress_rule", terraformName(`${group.id}_${index + 1}`), {
    security_group_id: group.id,
    ip_protocol: protocol,
    ...(fromPort !== undefined && { from_port: fromPort }),
    ...(toPort !== undefined && { to_port: toPort }),
    cidr_ipv4: cidrBlock,
  });
}

function resourceFor(rule: SecurityGroupRule, index: number, { group, cidrBlock }: Place) {
  const { protocol, fromPort, toPort } = rule;
  return {
    [logicalId("Ingress", `${group.id} ${index + 1}`)]: {
      Type: "AWS::EC2::SecurityGroupIngress",
      Properties: {
        GroupId: group.id,
        IpProtocol: protocol,
        ...(fromPort !== undefined && { FromPort: fromPort }),
        ...(toPort !== undefined && { ToPort: toPort }),
        CidrIp: cidrBlock,
      },
    },
  };
}

function withoutOpenRules(region: RegionSnapshot, { group, cidrBlock }: Place): RegionSnapshot {
  const { securityGroups } = region;
  if (!securityGroups.known) return region;
  const close = (rule: SecurityGroupRule): SecurityGroupRule =>
    openBlocks(rule).length === 0
      ? rule
      : Object.assign({}, rule, {
          cidrBlocks: [...rule.cidrBlocks.filter((block) => !block.endsWith("/0")), cidrBlock],
          ipv6CidrBlocks: rule.ipv6CidrBlocks.filter((block) => !block.endsWith("/0")),
        });
  const value = securityGroups.value.map((each) =>
    each.id === group.id ? Object.assign({}, each, { inboundRules: each.inboundRules.map(close) }) : each,
  );
  return { ...region, securityGroups: { ...securityGroups, value } };
}
