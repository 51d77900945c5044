import { DescribeStreamSummaryCommand, ListStreamsCommand } from "@aws-sdk/client-kinesis";
import { describe, expect, it } from "vitest";
import { Quotas } from "./quotas";
import { buildTestAccount } from "./test-account";
import { buildClients, errorName, useWireServer } from "./test-clients";

let now = 0;
const wire = useWireServer(buildTestAccount(), { now: () => now });
const list = () => errorName(wire.clients.kinesis.send(new ListStreamsCommand({})));

async function admittedOf(calls: number): Promise<number> {
  const names = [];
  for (let call = 0; call < calls; call += 1) names.push(await list());
  expect(names.filter((name) => name !== "no error" && name !== "LimitExceededException")).toEqual([]);
  return names.filter((name) => name === "no error").length;
}

describe("quotas", () => {
  it("are off until they are switched on", async () => {
    expect(await admittedOf(30)).toBe(30);
  });

  it("let 5 ListStreams a second through, and refill with time", async () => {
    wire.server.setQuotas({});
    expect(await admittedOf(8)).toBe(5);
    now += 400;
    expect(await admittedOf(8)).toBe(2);
    now += 60_000;
    expect(await admittedOf(8)).toBe(5);
    wire.server.setQuotas(undefined);
    expect(await admittedOf(8)).toBe(8);
  });

  it("let more through at a higher speed", async () => {
    wire.server.setQuotas({ speed: 3 });
    expect(await admittedOf(20)).toBe(15);
  });

  it("count each operation and each Region by itself", async () => {
    wire.server.setQuotas({});
    expect(await admittedOf(6)).toBe(5);
    const describeOne = wire.clients.kinesis.send(new DescribeStreamSummaryCommand({ StreamName: "clicks" }));
    expect(await errorName(describeOne)).toBe("no error");
    const { kinesis, destroy } = buildClients(wire.server.url, { region: "us-east-1" });
    expect(await errorName(kinesis.send(new ListStreamsCommand({})))).toBe("no error");
    destroy();
  });

  it.each([
    { operation: "kinesis:DescribeStreamSummary", calls: 20 },
    { operation: "kinesis:GetResourcePolicy", calls: 5 },
    { operation: "kinesis:ListTagsForStream", calls: 5 },
    { operation: "tag:GetResources", calls: 15 },
    { operation: "organizations:ListAccounts", calls: 12 },
    { operation: "ec2:DescribeVpcEndpoints", calls: 100 },
    { operation: "ec2:DescribeSecurityGroups", calls: 50 },
    { operation: "kms:ListGrants", calls: 100 },
  ])("let $calls calls of $operation through at once", ({ operation, calls }) => {
    const quotas = new Quotas({}, () => 0);
    const call = {
      accountId: "111122223333",
      region: "eu-central-1",
      operation,
      resource: undefined,
      input: {},
    };
    const admitted = Array.from({ length: 150 }, () => quotas.admit(call)).filter(Boolean);
    expect(admitted).toHaveLength(calls);
  });

  it("count consumers for each stream, a paged security group call apart, and STS together", () => {
    const quotas = new Quotas({}, () => 0);
    const call = { accountId: "111122223333", region: "eu-central-1", resource: undefined, input: {} };
    const admitted = (operation: string, more: object = {}, calls = 700) =>
      Array.from({ length: calls }, () => quotas.admit({ ...call, operation, ...more })).filter(Boolean)
        .length;
    expect(admitted("kinesis:ListStreamConsumers", { resource: "a" })).toBe(5);
    expect(admitted("kinesis:ListStreamConsumers", { resource: "b" })).toBe(5);
    expect(admitted("ec2:DescribeSecurityGroups", { input: { DryRun: false } })).toBe(50);
    expect(admitted("ec2:DescribeSecurityGroups", { input: { MaxResults: 1000 } })).toBe(100);
    expect(admitted("sts:AssumeRole", {}, 400) + admitted("sts:GetCallerIdentity", {}, 400)).toBe(600);
    expect(admitted("iam:GetAccountAuthorizationDetails")).toBe(700);
  });
});
