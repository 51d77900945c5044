import { describe, expect, it } from "vitest";
import { buildRole } from "@/lib/model/test-iam";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { streamArn } from "@/lib/model/test-stream";
import { buildCluster, buildEcsService, buildFunction } from "@/lib/model/test-workloads";
import {
  elsewhere,
  issuer,
  ofService,
  provider,
  trusted,
  verdictOn,
} from "@/lib/checks/network/test-located";
import { reads, writes } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

describe("workloads are", () => {
  const statusOf = (world: World) => verdictOn(world).status;
  const inVpc = read([buildFunction({ vpcId: elsewhere, subnetIds: ["subnet-9"] })]);
  const mapping = (functionArn: string) =>
    read([{ id: "1", functionArn, sourceArn: streamArn }], "lambda:ListEventSourceMappings");

  it("functions in a VPC, unless they only read by a mapping", () => {
    expect(statusOf({ roles: [ofService("lambda")], region: { functions: inVpc } })).toBe("fail");
    expect(statusOf({ roles: [ofService("lambda", reads)], region: { functions: inVpc } })).toBe("fail");
    const eventSourceMappings = mapping(buildFunction().arn);
    expect(
      statusOf({ roles: [ofService("lambda", reads)], region: { functions: inVpc, eventSourceMappings } }),
    ).toBe("not-applicable");
    expect(
      statusOf({
        roles: [ofService("lambda", reads)],
        region: { functions: inVpc, eventSourceMappings: mapping(`${buildFunction().arn}:live`) },
      }),
    ).toBe("not-applicable");
    expect(
      statusOf({
        roles: [ofService("lambda", reads, writes)],
        region: { functions: inVpc, eventSourceMappings },
      }),
    ).toBe("fail");
    expect(
      statusOf({
        roles: [ofService("lambda", reads)],
        region: { functions: inVpc, eventSourceMappings: mapping(`${buildFunction().arn}2`) },
      }),
    ).toBe("fail");
    expect(
      verdictOn({
        roles: [ofService("lambda", reads)],
        region: { functions: inVpc, eventSourceMappings: denied("lambda:ListEventSourceMappings") },
      }),
    ).toMatchObject({ status: "unknown", gaps: [deniedGap("lambda:ListEventSourceMappings")] });
  });

  it("not functions outside a VPC, or of other roles", () => {
    expect(
      statusOf({
        roles: [ofService("lambda")],
        region: { functions: read([buildFunction({ vpcId: null })]) },
      }),
    ).toBe("not-applicable");
    expect(
      statusOf({
        roles: [ofService("lambda")],
        region: { functions: read([buildFunction({ roleArn: "arn:other", vpcId: elsewhere })]) },
      }),
    ).toBe("not-applicable");
  });

  it("services of ECS, by the VPC of their subnets", () => {
    const subnets = read([{ id: "subnet-9", vpcId: elsewhere, availabilityZone: "a" }]);
    const roles = [ofService("ecs-tasks")];
    expect(
      statusOf({
        roles,
        region: { subnets, ecsServices: read([buildEcsService({ subnetIds: ["subnet-9"] })]) },
      }),
    ).toBe("fail");
    for (const ecsServices of [
      read([buildEcsService({ subnetIds: null })]),
      read([buildEcsService({ subnetIds: ["subnet-7"] })]),
      read([buildEcsService({ taskRoleArn: denied("ecs:DescribeTaskDefinition") })]),
      denied("ecs:ListClusters"),
    ])
      expect(verdictOn({ roles, region: { subnets, ecsServices } }).status).toBe("unknown");
    expect(
      verdictOn({
        roles,
        region: { subnets: denied("ec2:DescribeSubnets"), ecsServices: read([buildEcsService()]) },
      }).gaps,
    ).toContainEqual(deniedGap("ec2:DescribeSubnets"));
  });

  it("pods, by pod identity or by the cluster's issuer", () => {
    const vpc = { vpcId: read(elsewhere) };
    const byPods = read([buildCluster({ ...vpc, podRoleArns: read([buildRole().arn]) })]);
    expect(statusOf({ roles: [ofService("pods.eks")], region: { eksClusters: byPods } })).toBe("fail");
    const byIssuer = read([buildCluster({ ...vpc, oidcIssuer: read(issuer) })]);
    const federated = [trusted({ Federated: provider }, writes)];
    expect(statusOf({ roles: federated, region: { eksClusters: byIssuer } })).toBe("fail");
    for (const cluster of [
      buildCluster({ podRoleArns: read([buildRole().arn]), vpcId: denied("eks:DescribeCluster") }),
      buildCluster({ podRoleArns: denied("eks:ListPodIdentityAssociations") }),
    ])
      expect(
        verdictOn({ roles: [ofService("pods.eks")], region: { eksClusters: read([cluster]) } }).status,
      ).toBe("unknown");
    expect(
      verdictOn({
        roles: federated,
        region: { eksClusters: read([buildCluster({ oidcIssuer: denied("eks:DescribeCluster") })]) },
      }).gaps,
    ).toContainEqual(deniedGap("eks:DescribeCluster"));
  });
});
