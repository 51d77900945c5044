import type { ServiceUse } from "@/lib/model/service-use";
import { buildRole } from "@/lib/model/test-iam";
import { subnetIds, vpcId } from "@/lib/model/test-network";
import { accountId, read, region } from "@/lib/model/test-place";
import type { EcsService, EksCluster, Instance, LambdaFunction } from "@/lib/model/workload";

/** Of the role of `buildInventory`, in the VPC with an endpoint. */
export function buildFunction(change: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    arn: `arn:aws:lambda:${region}:${accountId}:function:writer`,
    name: "writer",
    roleArn: buildRole().arn,
    vpcId,
    subnetIds: [...subnetIds],
    ...change,
  };
}

export function buildInstance(change: Partial<Instance> = {}): Instance {
  return {
    id: "i-0a1",
    instanceProfileArn: `arn:aws:iam::${accountId}:instance-profile/producer`,
    vpcId,
    subnetId: subnetIds[0],
    ...change,
  };
}

export function buildEcsService(change: Partial<EcsService> = {}): EcsService {
  return {
    arn: `arn:aws:ecs:${region}:${accountId}:service/main/writer`,
    name: "writer",
    subnetIds: [...subnetIds],
    taskRoleArn: read(buildRole().arn, "ecs:DescribeTaskDefinition"),
    takesCommands: read(false, "ecs:DescribeServices"),
    ...change,
  };
}

export function buildCluster(change: Partial<EksCluster> = {}): EksCluster {
  return {
    name: "pods",
    vpcId: read(vpcId, "eks:DescribeCluster"),
    subnetIds: read([...subnetIds], "eks:DescribeCluster"),
    oidcIssuer: read(null, "eks:DescribeCluster"),
    podRoleArns: read([], "eks:DescribePodIdentityAssociation"),
    ...change,
  };
}

/** The day before the scan. */
export function buildServiceUse(change: Partial<ServiceUse> = {}): ServiceUse {
  return {
    principalArn: buildRole().arn,
    lastUsedAt: read("2026-10-31T00:00:00.000Z", "iam:GetServiceLastAccessedDetails"),
    ...change,
  };
}
