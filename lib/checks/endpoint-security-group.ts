import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import type { SecurityGroup, VpcEndpoint } from "@/lib/model/network";
import type { Gap } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { eachEndpoint } from "@/lib/checks/each-endpoint";
import { framework } from "@/lib/checks/frameworks";
import { conclude, unknown } from "@/lib/checks/judgement";
import { readsOf } from "@/lib/model/observed";
import { findOpenness } from "@/lib/checks/rule-openness";
import { admitsHttps, describePorts, hasPorts, hasSource } from "@/lib/checks/security-group-rules";
import { endpointSubject } from "@/lib/checks/subject";

export const endpointSecurityGroup = defineRegionCheck({
  id: "KDS-NET-03",
  set: "course",
  scope: "endpoint",
  severity: "medium",
  title: "The endpoint's security group restricts who reaches it",
  rationale:
    "The security group is the list of those in the network who may speak to the endpoint; open to every address it is no list at all, and without an inbound rule for port 443 nobody gets through and applications go round it. Other open ports and the VPC's default group let in more than was meant, though nothing listens there.",
  looksAt:
    "The inbound rules of all security groups of the endpoint together, with the entries of the prefix lists that they name.",
  remediation:
    "Give the endpoint a security group of its own that admits TCP 443 from the security groups or addresses of its clients, and nothing else.",
  coursePoint: "A security group on the endpoint restricts who reaches it.",
  frameworks: {
    [framework.nist]: ["SC-7", "SC-7(5)"],
    [framework.iso]: ["8.20", "8.22"],
    [framework.wellArchitected]: ["SEC05-BP02"],
  },
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
  ],
  reads: ["vpcEndpoints", "securityGroups", "prefixLists"],
  evaluate: (input) => eachEndpoint(input, (endpoint) => judge(endpoint, input)),
});

type Input = RegionPlace & Pick<RegionParts, "vpcEndpoints" | "securityGroups" | "prefixLists">;

function judge(endpoint: VpcEndpoint, input: Input): Judgement {
  const subject = endpointSubject(input, endpoint);
  const { securityGroupIds } = endpoint;
  const { securityGroups } = input;
  const reads = readsOf(input.vpcEndpoints, securityGroups, input.prefixLists);
  if (!securityGroupIds.known) return unknown(subject, securityGroupIds.gap, reads);
  if (!securityGroups.known) return unknown(subject, securityGroups.gap, reads);
  if (securityGroupIds.value.length === 0) return unknown(subject, noGroup(endpoint), reads);

  const groups = securityGroups.value.filter(({ id }) => securityGroupIds.value.includes(id));
  const unlisted = securityGroupIds.value.filter((id) => !groups.some((group) => group.id === id));
  const ofGroups = groups.map((group) => judgeGroup(group, endpoint, input));
  const gaps = [...unlisted.map((id) => notListed(id, endpoint)), ...ofGroups.flatMap((group) => group.gaps)];
  const broken = unlisted.length === 0 && !groups.some(letsHttpsIn) ? [noHttps(endpoint)] : [];
  return conclude({
    subject,
    causes: [...broken, ...ofGroups.flatMap(({ causes }) => causes)],
    gaps,
    reads,
    passes: `${groups.map(({ id }) => id).join(", ")} on ${endpoint.id} admits port 443 from named sources only.`,
    heaviest: "medium",
  });
}

function judgeGroup(
  group: SecurityGroup,
  endpoint: VpcEndpoint,
  input: Input,
): { causes: Cause[]; gaps: Gap[] } {
  const openness = group.inboundRules.map((rule) => ({ rule, ...findOpenness(rule, endpoint, input) }));
  const open = openness.filter(({ to }) => to.length > 0);
  const causes: Cause[] = [];
  const add = (side: string, severity: Cause["severity"], label: string) =>
    causes.push({ kind: "security-group", id: `${group.id}#${side}`, label, severity });

  const openHttps = open.filter(({ rule }) => admitsHttps(rule)).flatMap(({ to }) => to);
  if (openHttps.length > 0)
    add("https", "medium", `${group.id} opens port 443 to ${[...new Set(openHttps)].join(", ")}.`);
  const openOther = open
    .filter(({ rule }) => !admitsHttps(rule) && hasPorts(rule))
    .map(({ rule }) => describePorts(rule));
  if (openOther.length > 0)
    add("other-ports", "low", `${group.id} opens ${openOther.join(", ")} to every address.`);
  if (group.name === "default") add("default", "low", `${group.id} is the default group of ${group.vpcId}.`);
  return { causes, gaps: openness.flatMap(({ gaps }) => gaps) };
}

function letsHttpsIn({ inboundRules }: SecurityGroup): boolean {
  return inboundRules.some((rule) => admitsHttps(rule) && hasSource(rule));
}

function noHttps({ id }: VpcEndpoint): Cause {
  const label = `No security group of ${id} admits port 443, so that nobody reaches Kinesis through it.`;
  return { kind: "endpoint", id: `${id}#no-https`, label, severity: "medium" };
}

function notListed(groupId: string, { id, region }: VpcEndpoint): Gap {
  const message = `EC2 does not list ${groupId}, a security group of ${id}.`;
  return {
    action: "ec2:DescribeSecurityGroups",
    reason: "not-collected",
    message,
    resource: groupId,
    region,
  };
}

function noGroup({ id, region }: VpcEndpoint): Gap {
  const message = `EC2 names no security group of ${id}, though every interface endpoint has one.`;
  return { action: "ec2:DescribeVpcEndpoints", reason: "empty", message, resource: id, region };
}
