import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import type { VpcEndpoint } from "@/lib/model/network";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { eachEndpoint } from "@/lib/checks/each-endpoint";
import type { Fault } from "@/lib/checks/fault";
import { framework } from "@/lib/checks/frameworks";
import { conclude } from "@/lib/checks/judgement";
import { readsOf } from "@/lib/model/observed";
import { findPrivateDnsFault } from "@/lib/checks/private-dns";
import { endpointSubject } from "@/lib/checks/subject";

export const endpointAvailable = defineRegionCheck({
  id: "KDS-NET-02",
  set: "course",
  scope: "endpoint",
  severity: "medium",
  title: "The endpoint is available, private and in two zones",
  rationale:
    "An endpoint that is not available, or whose names still lead to the public addresses, protects nothing: applications go round it without anybody noticing. With one Availability Zone only, they stop when that zone does.",
  looksAt:
    "The endpoint's state, the zones of its subnets, and whether private DNS or private hosted zones lead all names of Kinesis to it.",
  remediation:
    "Add a subnet in a second Availability Zone and turn private DNS on. A design with a central endpoint needs private hosted zones for the names of kinesis, data-kinesis and control-kinesis in the Region.",
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
    "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
    "https://docs.aws.amazon.com/general/latest/gr/ak.html",
  ],
  reads: ["vpcEndpoints", "subnets", "hostedZones"],
  evaluate: (input) => eachEndpoint(input, (endpoint) => judge(endpoint, input)),
});

type Input = RegionPlace & Pick<RegionParts, "vpcEndpoints" | "subnets" | "hostedZones">;

function judge(endpoint: VpcEndpoint, input: Input): Judgement {
  const faults = {
    state: findStateFault(endpoint),
    zones: findZoneFault(endpoint, input),
    "private-dns": findPrivateDnsFault(endpoint, input),
  };
  const causes = Object.entries(faults).flatMap(([side, fault]): Cause[] => {
    if (!fault || "gap" in fault) return [];
    return [{ kind: "endpoint", id: `${endpoint.id}#${side}`, label: fault.label, severity: "medium" }];
  });
  return conclude({
    subject: endpointSubject(input, endpoint),
    causes,
    gaps: Object.values(faults).flatMap((fault) => (fault && "gap" in fault ? [fault.gap] : [])),
    reads: readsOf(input.vpcEndpoints, input.subnets, input.hostedZones),
    passes: `${endpoint.id} is available in two or more zones, and the names of Kinesis lead to it.`,
    heaviest: "medium",
  });
}

function findStateFault({ id, state }: VpcEndpoint): Fault {
  if (!state.known) return state;
  // EC2 writes the states small, its documentation has them with a capital.
  return state.value.toLowerCase() === "available"
    ? undefined
    : { label: `${id} is in state ${state.value}, not available.` };
}

function findZoneFault({ id, subnetIds, region }: VpcEndpoint, { subnets }: Input): Fault {
  if (!subnetIds.known) return subnetIds;
  if (subnetIds.value.length < 2)
    return { label: `${id} has fewer than two subnets, hence one zone at most.` };
  if (!subnets.known) return subnets;

  const listed = subnets.value.filter((subnet) => subnetIds.value.includes(subnet.id));
  const zones = new Set(listed.map(({ availabilityZone }) => availabilityZone));
  if (zones.size >= 2) return undefined;
  const unlisted = subnetIds.value.filter((subnetId) => !listed.some((subnet) => subnet.id === subnetId));
  if (unlisted.length === 0)
    return { label: `${id} stands in one Availability Zone only, ${[...zones].join("")}.` };
  const message = `EC2 does not list the subnets ${unlisted.join(", ")} of ${id}, which may belong to another account.`;
  return { gap: { action: "ec2:DescribeSubnets", reason: "not-collected", message, resource: id, region } };
}
