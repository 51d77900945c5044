import { describe, expect, it } from "vitest";
import { read } from "@/lib/model/test-place";
import { buildChannel, buildConsumer, streamArn } from "@/lib/model/test-stream";
import { grantsMatchStreams } from "@/lib/checks/grants-match-streams";
import { arnOf, roleWith, streamNamed, verdictIn } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const consumer = buildConsumer();
const streams = [streamNamed("orders", { consumers: read([consumer]) }), streamNamed("bills")];
const channel = buildChannel();
const live = { channels: read([channel], "kinesis:ListChannels") };
const verdictOn = (world: World) => verdictIn(grantsMatchStreams, { streams, region: live, ...world });

describe("an action that does not count on its resource fails", () => {
  it.each([
    { Action: "kinesis:SubscribeToShard", Resource: streamArn },
    { Action: ["kinesis:GetRecords", "kinesis:subscribe*"], Resource: [streamArn, arnOf("order?")] },
    { Effect: "Deny", Action: "kinesis:DescribeStreamConsumer", Resource: streamArn },
  ])("of a consumer on a stream: %j", (statement) => {
    expect(verdictOn({ roles: [roleWith("a", statement)] })).toMatchObject({
      status: "fail",
      evidence: expect.stringContaining("which counts on the ARN of a consumer, and names streams only."),
    });
  });

  it.each([
    { Action: "kinesis:ListStreams", Resource: streamArn },
    { Action: ["kinesis:PutRecord", "kinesis:UpdateShardCount"], Resource: arnOf("*") },
    { Action: "kinesis:*EnhancedMonitoring", Resource: [streamArn, "arn:aws:s3:::x"] },
  ])("of no resource on an ARN: %j", (statement) => {
    expect(verdictOn({ roles: [roleWith("a", statement)] })).toMatchObject({
      status: "fail",
      evidence: expect.stringContaining("without a type of resource, so that it may count on * only."),
    });
  });

  it.each([
    { Action: "kinesis:SubscribeToShard", Resource: [streamArn, `${streamArn}/consumer/*`] },
    { Action: "kinesis:SubscribeToShard", Resource: arnOf("orders*") },
    { Action: "kinesis:*", Resource: streamArn },
    { Action: "kinesis:List*", Resource: streamArn },
    { Action: ["kinesis:ListStreams", "kinesis:PutRecord"], Resource: ["*", streamArn] },
    { Action: "kinesis:NoSuchAction", Resource: streamArn },
    { NotAction: "kinesis:ListStreams", Resource: streamArn },
  ])("but not as %j", (statement) => {
    expect(verdictOn({ roles: [roleWith("a", statement)] }).status).toBe("pass");
  });
});
