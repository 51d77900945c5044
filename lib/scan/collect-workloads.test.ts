import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { RegionFacts } from "@/lib/demo/account-facts";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { accountId, buildTestAccount, streamArn } from "@/lib/demo/wire/test-account";
import { testIam } from "@/lib/demo/wire/test-iam";
import { testWorkloads } from "@/lib/demo/wire/test-workloads";
import type { Observed } from "@/lib/model/observed";
import { scanWith } from "@/lib/scan/test-changed-account";
import { scan } from "@/lib/scan/test-scan";

const place = `eu-central-1:${accountId}`;
const role = (name: string) => `arn:aws:iam::${accountId}:role/${name}`;
const now = () => Date.parse("2026-11-01T12:00:00Z");
let server: WireServer;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount(), { now });
});
afterEach(() => server.faults.clear());
afterAll(() => server.close());

async function read(region: Partial<RegionFacts> = {}) {
  return (await scanWith(server, { region })).region;
}

function value<T>(observed: Observed<T>): T {
  if (!observed.known) throw new TypeError(observed.gap.message);
  return observed.value;
}

it("pipes are those that read a data stream, with what sees the records", async () => {
  expect(value((await read()).pipes)).toMatchObject([
    {
      name: "to-queue",
      state: "RUNNING",
      streamArn: streamArn("payments"),
      targetArn: `arn:aws:sqs:${place}:queue`,
      enrichmentArn: { value: `arn:aws:lambda:${place}:function:enrich` },
      roleArn: { value: role("pipe") },
    },
  ]);
});

it("a pipe is not known from the answer about another", async () => {
  server.faults.add({
    operation: "pipes:DescribePipe",
    kind: "raw-body",
    status: 200,
    contentType: "application/json",
    body: JSON.stringify({ Arn: "arn:other", RoleArn: "arn:aws:iam::1:role/x" }),
  });
  const [pipe] = value((await read()).pipes);
  expect(pipe).toMatchObject({
    roleArn: { gap: { reason: "malformed" } },
    enrichmentArn: { gap: { reason: "malformed" } },
  });
});

it("instances are those with a role and a network", async () => {
  expect(value((await read()).instances)).toEqual([
    {
      id: "i-1",
      instanceProfileArn: `arn:aws:iam::${accountId}:instance-profile/reader`,
      vpcId: "vpc-1",
      subnetId: "subnet-1",
    },
  ]);
});

describe("functions", () => {
  it("have a VPC, or null", async () => {
    expect(value((await read()).functions)).toEqual([
      {
        arn: `arn:aws:lambda:${place}:function:elsewhere`,
        name: "elsewhere",
        roleArn: role("function"),
        vpcId: null,
        subnetIds: [],
      },
      {
        arn: `arn:aws:lambda:${place}:function:in-vpc`,
        name: "in-vpc",
        roleArn: role("function"),
        vpcId: "vpc-1",
        subnetIds: ["subnet-1", "subnet-2"],
      },
    ]);
  });

  it("are read over all pages", async () => {
    const [one] = testWorkloads.functions;
    const functions = Array.from({ length: 120 }, (_, at) => ({
      ...one,
      FunctionName: `f${at}`,
      FunctionArn: `arn:aws:lambda:${place}:function:f${at}`,
    }));
    expect(value((await read({ workloads: { ...testWorkloads, functions } })).functions)).toHaveLength(120);
  });

  it("are mapped to the streams that Lambda reads for them", async () => {
    expect(value((await read()).eventSourceMappings)).toEqual([
      {
        id: "1",
        functionArn: `arn:aws:lambda:${place}:function:elsewhere`,
        sourceArn: streamArn("payments"),
      },
    ]);
  });
});

describe("services of ECS", () => {
  it("have the subnets and the role of their tasks", async () => {
    expect(value((await read()).ecsServices)).toMatchObject([
      {
        name: "writer",
        subnetIds: ["subnet-1"],
        taskRoleArn: { value: role("task") },
        takesCommands: { value: true },
      },
    ]);
  });

  it("are described ten at a time, and a task definition once", async () => {
    const cluster = `arn:aws:ecs:${place}:cluster/main`;
    const [service] = testWorkloads.ecsServices[cluster] ?? [];
    const many = Array.from({ length: 25 }, (_, at) => ({ ...service, serviceArn: `${cluster}/s${at}` }));
    server.calls.clear();
    const workloads = { ...testWorkloads, ecsServices: { [cluster]: many } };
    expect(value((await read({ workloads })).ecsServices)).toHaveLength(25);
    expect(server.calls.count("ecs:DescribeServices")).toBe(3);
    expect(server.calls.count("ecs:DescribeTaskDefinition")).toBe(1);
  });

  it("that are listed and not described are a gap, unless they were deleted in between", async () => {
    const answer = (reason: string) => ({
      operation: "ecs:DescribeServices",
      kind: "raw-body" as const,
      status: 200,
      contentType: "application/x-amz-json-1.1",
      body: JSON.stringify({
        services: [],
        failures: [{ arn: `arn:aws:ecs:${place}:service/main/writer`, reason }],
      }),
    });
    server.faults.add(answer("ACCESS_DENIED"));
    expect((await read()).ecsServices).toMatchObject({ gap: { reason: "malformed" } });
    server.faults.clear();
    server.faults.add(answer("MISSING"));
    expect(value((await read()).ecsServices)).toEqual([]);
  });

  it("of which a cluster does not tell are no list", async () => {
    server.faults.add({ operation: "ecs:ListServices", kind: "access-denied" });
    expect((await read()).ecsServices).toMatchObject({ gap: { action: "ecs:ListServices" } });
  });

  it("have a role that is null or a gap, never one that is made up", async () => {
    const [definition] = testWorkloads.taskDefinitions;
    const { taskRoleArn: _, ...without } = definition!;
    const workloads = { ...testWorkloads, taskDefinitions: [without] };
    expect(value((await read({ workloads })).ecsServices)).toMatchObject([{ taskRoleArn: { value: null } }]);
    expect(
      value((await read({ workloads: { ...testWorkloads, taskDefinitions: [] } })).ecsServices),
    ).toMatchObject([{ taskRoleArn: { gap: { action: "ecs:DescribeTaskDefinition" } } }]);
  });
});

it("clusters of EKS have a VPC, an issuer and the roles of their pods", async () => {
  expect(value((await read()).eksClusters)).toMatchObject([
    {
      name: "pods",
      vpcId: { value: "vpc-1" },
      subnetIds: { value: ["subnet-1"] },
      oidcIssuer: { value: "oidc.eks.eu-central-1.amazonaws.com/id/AB12" },
      podRoleArns: { value: [role("pod")] },
    },
  ]);
});

describe("what is read on demand", () => {
  it("tells the calls on encryption that succeeded, within 90 days, the latest first", async () => {
    expect(value((await read()).encryptionEvents)).toEqual([
      { kind: "start", at: "2026-10-13T00:00:00.000Z", streamName: "payments" },
      { kind: "stop", at: "2026-10-12T00:00:00.000Z", streamName: "payments" },
    ]);
  });

  it("does not take a record that is none for no event", async () => {
    const events = [{ EventTime: 1_790_000_000, CloudTrailEvent: "no JSON" }];
    server.faults.add({
      operation: "cloudtrail:LookupEvents",
      kind: "raw-body",
      status: 200,
      contentType: "application/x-amz-json-1.1",
      body: JSON.stringify({ Events: events }),
    });
    expect((await read()).encryptionEvents).toMatchObject({ gap: { reason: "malformed" } });
  });

  it("tells when principals last called Kinesis, or that they never did", async () => {
    const { serviceUses } = await scanWith(server, { iam: { roles: testIam.roles.slice(0, 1) } });
    expect(
      value(serviceUses).map(({ principalArn, lastUsedAt }) => [principalArn, value(lastUsedAt)]),
    ).toEqual([
      [`arn:aws:iam::${accountId}:user/auditor`, null],
      [role("reader"), "2026-10-20T00:00:00.000Z"],
    ]);
  });

  it("is not called by a scan that does not ask for it", async () => {
    server.calls.clear();
    const { snapshot } = await scan(server.url, { request: { regions: ["eu-central-1"], onDemand: [] } });
    for (const operation of [
      "cloudtrail:LookupEvents",
      "iam:GenerateServiceLastAccessedDetails",
      "iam:GetServiceLastAccessedDetails",
    ])
      expect([operation, server.calls.count(operation)]).toEqual([operation, 0]);
    const [seen] = snapshot.accounts;
    expect(seen?.serviceUses).toMatchObject({ gap: { reason: "not-collected" } });
    expect(seen?.regions[0]?.encryptionEvents).toMatchObject({ gap: { reason: "not-collected" } });
  });
});

it("keeps nothing of what workloads are configured with", async () => {
  const { snapshot, events } = await scan(server.url, { request: { regions: ["eu-central-1"] } });
  expect(server.calls.count("lambda:ListFunctions")).toBeGreaterThan(0);
  expect(JSON.stringify([snapshot, events])).not.toContain("hunter2");
});
