import { describe, expect, it } from "vitest";
import { buildRole } from "@/lib/model/test-iam";
import { buildEndpoint, vpcId } from "@/lib/model/test-network";
import { denied, deniedGap, managementAccountId, read, region as place } from "@/lib/model/test-place";
import { streamArn } from "@/lib/model/test-stream";
import { buildInstance } from "@/lib/model/test-workloads";
import {
  elsewhere,
  ofService,
  onInstance,
  strayInstance,
  trustOfInstance,
  verdictOn,
} from "@/lib/checks/network/test-located";
import { unreadableRole, userWith, writes } from "@/lib/checks/test-access";

describe("a VPC with a workload that writes or reads", () => {
  it("passes with an available endpoint of either kind, and fails without one", () => {
    const instances = read([buildInstance()]);
    for (const serviceName of [
      `com.amazonaws.${place}.kinesis-streams`,
      `com.amazonaws.${place}.kinesis-streams-fips`,
    ]) {
      const vpcEndpoints = read([buildEndpoint({ serviceName })]);
      expect(verdictOn({ ...onInstance, region: { instances, vpcEndpoints } })).toMatchObject({
        status: "pass",
        evidence: "1 VPC with workloads that write or read records reaches Kinesis privately.",
      });
    }
    expect(
      verdictOn({
        ...onInstance,
        region: { instances: strayInstance, vpcEndpoints: read([buildEndpoint()]) },
      }),
    ).toMatchObject({
      status: "fail",
      severity: "high",
      causes: [{ kind: "setting", id: `vpc ${elsewhere}`, principals: [buildRole().arn] }],
      evidence: `${elsewhere} (lab) does not reach Kinesis privately: it has no endpoint for Kinesis. Its workloads: instance i-0a1 as producer.`,
    });
  });

  it("fails with an endpoint that is not available, and is unknown where its state is", () => {
    const instances = read([buildInstance()]);
    const hostedZones = read([{ vpcId, zoneNames: read<string[]>([]) }]);
    const pending = read([buildEndpoint({ state: read("pendingAcceptance") })]);
    expect(
      verdictOn({ ...onInstance, region: { instances, hostedZones, vpcEndpoints: pending } }).evidence,
    ).toContain("vpce-0a1 is pendingAcceptance");
    const unread = read([buildEndpoint({ state: denied("ec2:DescribeVpcEndpoints") })]);
    expect(
      verdictOn({ ...onInstance, region: { instances, hostedZones, vpcEndpoints: unread } }),
    ).toMatchObject({
      status: "unknown",
      gaps: [{ action: "ec2:DescribeVpcEndpoints" }],
    });
  });

  it("says by which gateways its traffic leaves", () => {
    const routeTables = read([
      {
        id: "rtb-1",
        vpcId: elsewhere,
        isMain: true,
        subnetIds: [],
        routes: [
          { destination: "10.0.0.0/8", target: "local" },
          { destination: "0.0.0.0/0", target: "igw-1" },
        ],
      },
      {
        id: "rtb-2",
        vpcId: elsewhere,
        isMain: false,
        subnetIds: ["subnet-8"],
        routes: [{ destination: "0.0.0.0/0", target: "nat-1" }],
      },
    ]);
    expect(
      verdictOn({ ...onInstance, region: { instances: strayInstance, routeTables } }).evidence,
    ).toContain("; its traffic leaves by igw-1.");
  });
});

describe("a private hosted zone", () => {
  const zoned = {
    instances: strayInstance,
    hostedZones: read([{ vpcId: elsewhere, zoneNames: read([`Kinesis.${place}.amazonaws.com`]) }]),
  };

  it("passes with a declared central endpoint", () => {
    const settings = { centralEndpointIds: ["vpce-0123456789abcdef0"] };
    expect(verdictOn({ ...onInstance, region: zoned, settings }).status).toBe("pass");
  });

  it("leaves open where it leads otherwise", () => {
    expect(verdictOn({ ...onInstance, region: zoned })).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "not-collected", message: expect.stringContaining("central endpoint") }],
    });
  });

  it.each([
    { hostedZones: denied("route53:ListHostedZonesByVPC"), why: "the zones were not read" },
    { hostedZones: read([]), why: "the VPC's zones were not asked for" },
    {
      hostedZones: read([{ vpcId: elsewhere, zoneNames: denied("route53:ListHostedZonesByVPC") }]),
      why: "the VPC's zones were denied",
    },
  ])("leaves it open because $why", ({ hostedZones }) => {
    expect(verdictOn({ ...onInstance, region: { instances: strayInstance, hostedZones } })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "route53:ListHostedZonesByVPC" }],
    });
  });
});

it("leaves open what another account shares", () => {
  const vpcs = read([{ id: elsewhere, isDefault: false, ownerId: managementAccountId }]);
  expect(verdictOn({ ...onInstance, region: { instances: strayInstance, vpcs } })).toMatchObject({
    status: "unknown",
    gaps: [{ message: expect.stringContaining("shares its subnets") }],
  });
});

describe("is not applicable", () => {
  it("where nobody, or users and other services alone, hold produce or consume", () => {
    expect(verdictOn({ roles: [] }).status).toBe("not-applicable");
    expect(verdictOn({ roles: [ofService("firehose")], users: [userWith("anna", writes)] }).status).toBe(
      "not-applicable",
    );
    const administers = { Action: "kinesis:DeleteStream", Resource: streamArn };
    expect(verdictOn({ roles: [ofService("ec2", administers)] }).status).toBe("not-applicable");
  });
});

describe("is unknown", () => {
  it.each(["ec2", "ecs-tasks", "pods.eks"])("where a holder is made for %s and none was found", (service) => {
    expect(verdictOn({ roles: [ofService(service)] })).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "not-collected", message: expect.stringContaining("works as producer") }],
    });
  });

  it("where an inventory was not read that a holder's trust asks for, and no other", () => {
    expect(
      verdictOn({ ...onInstance, region: { instances: denied("ec2:DescribeInstances") } }).gaps,
    ).toContainEqual(deniedGap("ec2:DescribeInstances"));
    const region = { instances: denied("ec2:DescribeInstances"), ecsServices: denied("ecs:ListClusters") };
    expect(verdictOn({ roles: [ofService("lambda")], region }).status).toBe("not-applicable");
  });

  it("where streams, identities, a policy or a trust was not read", () => {
    expect(verdictOn({ ...onInstance, region: { streams: denied("kinesis:ListStreams") } }).status).toBe(
      "unknown",
    );
    expect(verdictOn({ account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
    const [stray] = onInstance.roles;
    const odd = {
      ...unreadableRole(),
      ...trustOfInstance,
      instanceProfileArns: stray?.instanceProfileArns ?? [],
    };
    expect(verdictOn({ roles: [odd], region: { instances: strayInstance } }).gaps).toMatchObject([
      { reason: "malformed" },
    ]);
    const vpcEndpoints = read([buildEndpoint({ vpcId: elsewhere })]);
    expect(verdictOn({ roles: [odd], region: { instances: strayInstance, vpcEndpoints } }).status).toBe(
      "pass",
    );
    const untrusted = { ...ofService("ec2"), trustPolicy: "{" };
    expect(verdictOn({ roles: [untrusted] }).gaps).toMatchObject([{ reason: "malformed" }]);
    const region = { instances: strayInstance, vpcEndpoints: denied("ec2:DescribeVpcEndpoints") };
    expect(verdictOn({ ...onInstance, region }).status).toBe("unknown");
    expect(
      verdictOn({ ...onInstance, region: { instances: strayInstance, vpcs: denied("ec2:DescribeVpcs") } })
        .status,
    ).toBe("unknown");
  });

  it("says beside a proven fail what else may be", () => {
    const tasks = { ...ofService("ecs-tasks"), arn: `${buildRole().arn}-2` };
    const roles = [...onInstance.roles, tasks];
    const verdict = verdictOn({
      roles,
      region: { instances: strayInstance, ecsServices: denied("ecs:ListClusters") },
    });
    expect(verdict.status).toBe("fail");
    expect(verdict.gaps).toEqual([deniedGap("ecs:ListClusters")]);
  });
});
