import "server-only";
import type { CallContext } from "@/lib/aws/call-context";
import { collectEcsServices } from "@/lib/collectors/ecs-services";
import { collectEksClusters } from "@/lib/collectors/eks-clusters";
import { collectEventSourceMappings, collectFunctions } from "@/lib/collectors/functions";
import { collectInstances } from "@/lib/collectors/instances";
import type { Subnet } from "@/lib/model/network";
import type { Observed } from "@/lib/model/observed";
import type { RegionSnapshot } from "@/lib/model/snapshot";

export type Workloads = Pick<
  RegionSnapshot,
  "instances" | "functions" | "eventSourceMappings" | "ecsServices" | "eksClusters"
>;

/** Where workloads of the Region run, and as whom. */
export async function collectWorkloads(context: CallContext): Promise<Workloads> {
  const [instances, functions, eventSourceMappings, ecsServices, eksClusters] = await Promise.all([
    collectInstances(context),
    collectFunctions(context),
    collectEventSourceMappings(context),
    collectEcsServices(context),
    collectEksClusters(context),
  ]);
  return { instances, functions, eventSourceMappings, ecsServices, eksClusters };
}

/** The VPCs that workloads run in, as far as they were read. */
export function vpcsOfWorkloads(
  { instances, functions, ecsServices, eksClusters }: Workloads,
  subnets: Observed<readonly Subnet[]>,
): string[] {
  const taskSubnets = new Set(valueOf(ecsServices).flatMap(({ subnetIds }) => subnetIds ?? []));
  const ids = [
    ...valueOf(instances).map(({ vpcId }) => vpcId),
    ...valueOf(functions).flatMap(({ vpcId }) => vpcId ?? []),
    ...valueOf(subnets).flatMap(({ id, vpcId }) => (taskSubnets.has(id) ? [vpcId] : [])),
    ...valueOf(eksClusters).flatMap(({ vpcId }) => (vpcId.known ? [vpcId.value] : [])),
  ];
  return [...new Set(ids)];
}

function valueOf<Item>(observed: Observed<readonly Item[]>): readonly Item[] {
  return observed.known ? observed.value : [];
}
