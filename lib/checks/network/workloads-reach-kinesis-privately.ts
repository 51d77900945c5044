import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { groupBy } from "@/lib/model/group-by";
import type { IamRole } from "@/lib/model/iam-inventory";
import { readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts, RegionParts } from "@/lib/model/snapshot";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { counted, enumerate } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { isProven } from "@/lib/checks/held-by-party";
import { conclude, notApplicable, unknown } from "@/lib/checks/judgement";
import { locate } from "@/lib/checks/network/role-workloads";
import type { Workload, WorkloadParts } from "@/lib/checks/network/role-workloads";
import { trustedCompute } from "@/lib/checks/network/trusted-compute";
import { gatewaysOf, wayToKinesis } from "@/lib/checks/network/way-to-kinesis";
import type { WayParts } from "@/lib/checks/network/way-to-kinesis";
import { regionSubject } from "@/lib/checks/subject";
import { gapsOfCells } from "@/lib/checks/unread-documents";

export const workloadsReachKinesisPrivately = defineRegionCheck({
  id: "KDS-NET-01",
  set: "course",
  scope: "region",
  severity: "high",
  title: "Every VPC that is known to use Kinesis reaches it privately",
  rationale:
    "Without an interface endpoint the traffic of an application leaves its VPC by an internet or NAT gateway, past every security group and endpoint policy. What may leave that way to Kinesis may leave to anywhere.",
  looksAt:
    "Instances, functions, ECS services and EKS clusters whose role may write or read records in the Region, and whether their VPC has an available endpoint for Kinesis or a private hosted zone that leads to one.",
  remediation:
    "Make an interface endpoint for kinesis-streams in the VPC, with private DNS and a security group for its clients. Where a central endpoint serves many VPCs, associate a private hosted zone with this one and declare the endpoint in the settings.",
  coursePoint:
    "Applications in a VPC reach Kinesis through an interface VPC endpoint, so that the traffic stays inside the VPC.",
  frameworks: {
    [framework.nist]: ["SC-7"],
    [framework.iso]: ["8.20", "8.22"],
    [framework.wellArchitected]: ["SEC05-BP02"],
  },
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/vpc.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  ],
  settings: ["centralEndpointIds"],
  reads: [
    "streams",
    "access",
    "iam",
    "instances",
    "functions",
    "eventSourceMappings",
    "ecsServices",
    "eksClusters",
    "subnets",
    "vpcs",
    "vpcEndpoints",
    "hostedZones",
    "routeTables",
  ],
  *evaluate(input) {
    yield judge(input);
  },
});

type Input = RegionPlace<"centralEndpointIds"> &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam"> &
  Pick<RegionParts, "streams"> &
  WorkloadParts &
  WayParts;

/** A role that may touch records of the Region, and where it works. */
interface Holder {
  readonly role: IamRole;
  readonly workloads: readonly Workload[];
  readonly gaps: readonly Gap[];
  /** What has to be read to tell whether it may touch records at all; none: it may. */
  readonly openGaps: readonly Gap[];
  /** Whether it is made for instances, tasks or pods, which are somewhere. */
  readonly mustBeSomewhere: boolean;
}

function judge(input: Input): Judgement {
  const { streams, iam, access, region } = input;
  const subject = regionSubject(input, "region");
  if (!streams.known) return unknown(subject, streams.gap);
  if (!iam.known) return unknown(subject, iam.gap);
  const holders = rolesWithRecords(input, iam.value.roles);
  const reads = readsOf(streams, iam, input.instances, input.functions, input.ecsServices, input.eksClusters);
  const gaps = [
    ...streams.value.flatMap(({ arn }) => access.gapsOn(arn)),
    ...holders.flatMap((holder) => holder.gaps),
  ];
  const located = holders.filter(({ workloads }) => workloads.length > 0);
  const unlocated = holders.filter(({ mustBeSomewhere }) => mustBeSomewhere);
  if (located.length === 0 && gaps.length === 0 && unlocated.length === 0)
    return notApplicable(
      subject,
      `No workload of a VPC in ${region} holds a role that writes or reads records.`,
      reads,
    );
  const nowhere = located.length === 0 && unlocated.length > 0 ? [notFound(unlocated, region)] : [];
  const vpcs = judgeVpcs(located, input);
  return conclude({
    subject,
    causes: vpcs.causes,
    gaps: distinctGaps([...gaps, ...nowhere, ...vpcs.gaps]),
    reads: [...reads, ...readsOf(input.vpcEndpoints, input.hostedZones, input.vpcs)],
    passes: `${counted(vpcs.count, "VPC")} with workloads that write or read records ${vpcs.count === 1 ? "reaches" : "reach"} Kinesis privately.`,
    heaviest: "high",
  });
}

function rolesWithRecords(input: Input, roles: readonly IamRole[]): Holder[] {
  const { streams, access } = input;
  const cells = (streams.known ? streams.value : [])
    .flatMap(({ arn }) => access.holdersOf(arn))
    .filter(
      ({ party, duty, isBlockedByKey }) =>
        party.kind === "role" &&
        !party.isForeign &&
        !party.isServiceLinked &&
        !isBlockedByKey &&
        (duty === "produce" || duty === "consume"),
    );
  const byRole = groupBy(cells, ({ party }) => party.arn);
  return roles.flatMap((role) => {
    const held = byRole.get(role.arn);
    if (!held) return [];
    const compute = trustedCompute(role);
    const openGaps = held.some(isProven) ? [] : gapsOfCells(held, input.iam);
    if ("gap" in compute)
      return [{ role, workloads: [], gaps: [compute.gap], openGaps, mustBeSomewhere: false }];
    const mayWrite = held.some(({ duty }) => duty === "produce");
    const mustBeSomewhere = compute.ec2 || compute.ecs || compute.pods || compute.issuers.length > 0;
    return [{ role, openGaps, mustBeSomewhere, ...locate(role, { compute, mayWrite }, input) }];
  });
}

function notFound(holders: readonly Holder[], region: string): Gap {
  const names = enumerate(holders.map(({ role }) => role.name));
  const message = `No instance, service or cluster in ${region} was found that works as ${names}, so that nobody can say from where they call Kinesis.`;
  return { action: "ec2:DescribeInstances", reason: "not-collected", message, region };
}

function judgeVpcs(
  holders: readonly Holder[],
  input: Input,
): { readonly causes: Cause[]; readonly gaps: Gap[]; readonly count: number } {
  const all = holders.flatMap((holder) =>
    holder.workloads.map((workload) => ({ role: holder.role, openGaps: holder.openGaps, workload })),
  );
  const byVpc = [...groupBy(all, ({ workload }) => workload.vpcId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const ways = byVpc.map(([vpcId, users]) => ({ vpcId, users, way: wayToKinesis(vpcId, input) }));
  return {
    causes: ways.flatMap(({ vpcId, users, way }) => {
      const proven = users.filter(({ openGaps }) => openGaps.length === 0);
      return way.kind === "none" && proven.length > 0 ? [toCause(vpcId, proven, way.why, input)] : [];
    }),
    gaps: ways.flatMap(({ users, way }) => {
      if (way.kind === "none") return users.flatMap(({ openGaps }) => openGaps);
      return way.kind === "open" ? way.gaps : [];
    }),
    count: ways.length,
  };
}

function toCause(
  vpcId: string,
  users: readonly { readonly role: IamRole; readonly workload: Workload }[],
  why: string,
  input: Input,
): Cause {
  const named = input.vpcs.known ? input.vpcs.value.find(({ id }) => id === vpcId)?.name : undefined;
  const vpc = named === undefined ? vpcId : `${vpcId} (${named})`;
  const subnetIds = users.flatMap(({ workload }) => workload.subnetIds);
  const gateways = gatewaysOf(subnetIds, vpcId, input);
  const leaves = gateways.length > 0 ? `; its traffic leaves by ${enumerate(gateways)}` : "";
  const works = enumerate(users.map(({ role, workload }) => `${workload.name} as ${role.name}`));
  return {
    kind: "setting",
    id: `vpc ${vpcId}`,
    label: `${vpc} does not reach Kinesis privately: ${why}${leaves}. Its workloads: ${works}.`,
    severity: "high",
    principals: [...new Set(users.map(({ role }) => role.arn))].toSorted(),
  };
}
