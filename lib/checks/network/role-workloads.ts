import type { IamRole } from "@/lib/model/iam-inventory";
import type { Gap, Observed } from "@/lib/model/observed";
import { gapsOf } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { EcsService, EksCluster, LambdaFunction } from "@/lib/model/workload";
import type { TrustedCompute } from "@/lib/checks/network/trusted-compute";

export type WorkloadParts = Pick<
  RegionParts,
  "instances" | "functions" | "eventSourceMappings" | "ecsServices" | "eksClusters" | "subnets"
>;

/** Something that runs in a VPC, with a role. */
export interface Workload {
  /** In the middle of a sentence: `instance i-0a1`. */
  readonly name: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
}

export interface Located {
  readonly workloads: readonly Workload[];
  /** What could not be read of the compute that may have the role. */
  readonly gaps: readonly Gap[];
}

/**
 * Where in the Region a role works. What may take a role says its trust, so that only those inventories have to be
 * known. A function whose role only reads, by a mapping, calls no Kinesis itself.
 */
export function locate(
  role: IamRole,
  { compute, mayWrite }: { readonly compute: TrustedCompute; readonly mayWrite: boolean },
  parts: WorkloadParts,
): Located {
  const found = [
    ...(compute.ec2 ? [onInstances(role, parts)] : []),
    ...(compute.lambda ? [inFunctions(role, mayWrite, parts)] : []),
    ...(compute.ecs ? [inTasks(role, parts)] : []),
    ...(compute.pods || compute.issuers.length > 0 ? [inPods(role, compute, parts)] : []),
  ];
  return {
    workloads: found.flatMap(({ workloads }) => workloads),
    gaps: found.flatMap(({ gaps }) => gaps),
  };
}

function onInstances({ instanceProfileArns }: IamRole, { instances }: WorkloadParts): Located {
  return over(instances, (instance) =>
    instanceProfileArns.includes(instance.instanceProfileArn)
      ? at(`instance ${instance.id}`, instance.vpcId, [instance.subnetId])
      : nowhere,
  );
}

function inFunctions({ arn }: IamRole, mayWrite: boolean, parts: WorkloadParts): Located {
  const { functions, eventSourceMappings } = parts;
  return over(functions, (one) => {
    if (one.roleArn !== arn || one.vpcId === null) return nowhere;
    const isMapped = hasMapping(one, eventSourceMappings);
    if (!mayWrite && !isMapped.known) return { workloads: [], gaps: [isMapped.gap] };
    if (!mayWrite && isMapped.known && isMapped.value) return nowhere;
    return at(`function ${one.name}`, one.vpcId, one.subnetIds);
  });
}

function hasMapping(
  { arn }: LambdaFunction,
  mappings: WorkloadParts["eventSourceMappings"],
): Observed<boolean> {
  if (!mappings.known) return mappings;
  // A mapping may name a version or an alias.
  const value = mappings.value.some(
    ({ functionArn }) => functionArn === arn || functionArn.startsWith(`${arn}:`),
  );
  return { ...mappings, value };
}

function inTasks({ arn }: IamRole, { ecsServices, subnets }: WorkloadParts): Located {
  return over(ecsServices, (service) => {
    const { taskRoleArn, name } = service;
    if (!taskRoleArn.known) return { workloads: [], gaps: [taskRoleArn.gap] };
    if (taskRoleArn.value !== arn) return nowhere;
    if (!subnets.known) return { workloads: [], gaps: [subnets.gap] };
    const { subnetIds } = service;
    const first = subnets.value.find(({ id }) => subnetIds?.includes(id));
    return first && subnetIds
      ? at(`service ${name}`, first.vpcId, subnetIds)
      : { workloads: [], gaps: [notPlaced(service)] };
  });
}

function notPlaced({ arn, name, subnetIds }: EcsService): Gap {
  const why = subnetIds === null ? "use the network of their host" : "are in subnets that were not listed";
  return {
    action: subnetIds === null ? "ecs:DescribeContainerInstances" : "ec2:DescribeSubnets",
    reason: "not-collected",
    message: `The tasks of service ${name} ${why}, so that their VPC is not known.`,
    resource: arn,
  };
}

function inPods({ arn }: IamRole, { pods, issuers }: TrustedCompute, parts: WorkloadParts): Located {
  return over(parts.eksClusters, (cluster) => {
    const asks = [
      ...(pods ? [bound(cluster.podRoleArns, (roles) => roles.includes(arn))] : []),
      ...(issuers.length > 0
        ? [bound(cluster.oidcIssuer, (issuer) => issuer !== null && issuers.includes(issuer))]
        : []),
    ];
    if (asks.some((ask) => ask.known && ask.value)) return inCluster(cluster);
    return { workloads: [], gaps: gapsOf(...asks) };
  });
}

function inCluster({ name, vpcId, subnetIds }: EksCluster): Located {
  if (!vpcId.known) return { workloads: [], gaps: [vpcId.gap] };
  return at(`the pods of cluster ${name}`, vpcId.value, subnetIds.known ? subnetIds.value : []);
}

const nowhere: Located = { workloads: [], gaps: [] };

function at(name: string, vpcId: string, subnetIds: readonly string[]): Located {
  return { workloads: [{ name, vpcId, subnetIds }], gaps: [] };
}

function bound<T>(observed: Observed<T>, test: (value: T) => boolean): Observed<boolean> {
  return observed.known ? { ...observed, value: test(observed.value) } : observed;
}

function over<Item>(list: Observed<readonly Item[]>, find: (item: Item) => Located): Located {
  if (!list.known) return { workloads: [], gaps: [list.gap] };
  const found = list.value.map(find);
  return {
    workloads: found.flatMap(({ workloads }) => workloads),
    gaps: found.flatMap(({ gaps }) => gaps),
  };
}
