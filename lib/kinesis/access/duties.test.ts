import { describe, expect, it } from "vitest";
import {
  accessIn,
  heldBy,
  heldOn,
  plainStream,
  roleWith,
  streamArnOf,
} from "@/lib/kinesis/access/test-account";
import { accountId, read, region } from "@/lib/model/test-place";
import { documentOf } from "@/lib/model/test-iam";
import { buildChannel, buildConsumer } from "@/lib/model/test-stream";

const orders = streamArnOf("orders");
const allow = (Action: string | string[], Resource: string | string[] = orders, rest: object = {}) => ({
  Action,
  Resource,
  ...rest,
});
const deny = (Action: string | string[], Resource: string | string[] = "*") => ({
  Effect: "Deny",
  Action,
  Resource,
});

describe("one action is enough for", () => {
  it.each([
    ...[
      "DeleteStream",
      "AddTagsToStream",
      "RemoveTagsFromStream",
      "TagResource",
      "UntagResource",
      "IncreaseStreamRetentionPeriod",
      "DecreaseStreamRetentionPeriod",
      "UpdateMaxRecordSize",
      "UpdateStreamRecordDistributionStrategy",
    ].map((action) => [action, "administer"]),
    ["PutResourcePolicy", "share"],
    ["DeleteResourcePolicy", "share"],
    ["SplitShard", "reshard"],
    ["MergeShards", "reshard"],
    ["UpdateStreamWarmThroughput", "reshard"],
    ["PutRecord", "produce"],
    ["PutRecords", "produce"],
  ])("kinesis:%s: %s", (action, duty) => {
    expect(heldBy([allow(`kinesis:${action}`)])).toEqual([duty]);
    expect(heldBy([allow(`kinesis:${action}`, streamArnOf("others"))])).toEqual([]);
  });
});

describe("no duty follows from", () => {
  it.each([
    "CreateStream",
    "InjectApiError",
    "UpdateAccountSettings",
    "GetRecords",
    "GetShardIterator",
    "RegisterStreamConsumer",
    "DeregisterStreamConsumer",
    "CreateChannel",
    "AssociateStreamsWithChannel",
    "DescribeStream",
    "DescribeStreamSummary",
    "List*",
    "GetResourcePolicy",
  ])("kinesis:%s alone", (action) => {
    expect(heldBy([allow(`kinesis:${action}`, "*")])).toEqual([]);
  });

  it("every right on other services, whose names begin alike", () => {
    expect(heldBy([allow(["kinesisvideo:*", "firehose:*", "kinesisanalytics:*", "s3:*"], "*")])).toEqual([]);
  });

  it("every right on every stream and a Deny of them", () => {
    expect(heldBy([allow("kinesis:*", "*"), deny("kinesis:*")])).toEqual([]);
  });

  it("the malformed ARN of AWS's own examples", () => {
    expect(heldBy([allow("kinesis:*", `arn:aws:kinesis:*:${accountId}:orders`)])).toEqual([]);
  });

  it("every right on every stream behind a boundary that allows none", () => {
    const boundaryArn = `arn:aws:iam::${accountId}:policy/boundary`;
    const boundary = {
      arn: boundaryArn,
      name: "boundary",
      awsManaged: false,
      document: documentOf(allow("s3:*", "*")),
    };
    const role = roleWith("bounded", [allow("kinesis:*", "*")], { boundaryArn });
    const inventory = { managedPolicies: [boundary] };
    expect(heldOn(accessIn({ roles: [role], inventory: { ...inventory, roles: [role] } }))).toEqual([]);
  });
});

describe("consume", () => {
  it("takes reading and an iterator, from whatever statements", () => {
    expect(heldBy([allow("kinesis:GetRecords", "*"), allow("kinesis:GetShardIterator")])).toEqual([
      "consume",
    ]);
    expect(heldBy([allow("kinesis:Get*")])).toEqual(["consume"]);
    const denied = deny("kinesis:GetShardIterator", orders);
    expect(heldBy([allow("kinesis:Get*"), denied])).toEqual([]);
  });

  it("follows from a consumer of the stream, which the stream's ARN does not cover", () => {
    const consumer = buildConsumer({ arn: `${orders}/consumer/billing:1767225600` });
    const streams = [plainStream("orders", { consumers: read([consumer]) }), plainStream("orders-copy")];
    const subscribe = (resource: string) =>
      heldBy([allow("kinesis:SubscribeToShard", resource)], { streams });
    expect(subscribe(consumer.arn)).toEqual(["consume"]);
    expect(subscribe(`${orders}/consumer/*`)).toEqual(["consume"]);
    expect(subscribe(`${orders}*`)).toEqual(["consume"]);
    expect(subscribe(orders)).toEqual([]);
    expect(subscribe(`${orders}-copy*`)).toEqual([]);
  });
});

describe("share", () => {
  const create = `arn:aws:kinesis:${region}:${accountId}:channel/*`;
  const both = [
    allow("kinesis:CreateChannel", create),
    allow("kinesis:AssociateStreamsWithChannel", [create, orders]),
  ];

  it("by a new channel takes making it and putting the stream to it", () => {
    expect(heldBy(both)).toEqual(["share"]);
    expect(heldBy(both.slice(0, 1))).toEqual([]);
    expect(heldBy(both.slice(1))).toEqual([]);
  });

  it("by a new channel takes the channel as a resource of both", () => {
    expect(heldBy([both[0]!, allow("kinesis:AssociateStreamsWithChannel")])).toEqual([]);
  });

  it("follows from the policy of a consumer", () => {
    const consumer = buildConsumer({ arn: `${orders}/consumer/billing:1767225600` });
    const streams = [plainStream("orders", { consumers: read([consumer]) })];
    expect(heldBy([allow("kinesis:PutResourcePolicy", consumer.arn)], { streams })).toEqual(["share"]);
  });
});

describe("administer", () => {
  const arn = `arn:aws:kinesis:${region}:${accountId}:channel/c-1`;
  const channel = buildChannel({ arn, streamArns: [orders, streamArnOf("gone")] });

  it("follows from changing a channel of the stream", () => {
    const place = { channels: read([channel]) };
    const streams = [plainStream("orders"), plainStream("clicks")];
    const roles = [roleWith("keeper", [allow("kinesis:UpdateChannel", channel.arn)])];
    const access = accessIn({ streams, roles, place });
    expect(heldOn(access)).toEqual(["keeper administer"]);
    expect(heldOn(access, "clicks")).toEqual([]);
  });

  it("is possible where encryption is allowed on the stream and not on a key", () => {
    for (const action of ["kinesis:StartStreamEncryption", "kinesis:StopStreamEncryption"]) {
      expect(heldBy([allow(action)])).toEqual(["administer conditional"]);
      expect(heldBy([allow(action, "*")])).toEqual(["administer"]);
      expect(heldBy([allow(action, `arn:aws:kms:${region}:${accountId}:key/*`)])).toEqual([]);
    }
  });
});

describe("actions whose reference lists no resource", () => {
  it.each([
    ["UpdateShardCount", "reshard"],
    ["UpdateStreamMode", "reshard"],
    ["EnableEnhancedMonitoring", "administer"],
    ["DisableEnhancedMonitoring", "administer"],
  ])("are possible by a stream's ARN and sure by *: %s", (action, duty) => {
    expect(heldBy([allow(`kinesis:${action}`, "*")])).toEqual([duty]);
    expect(heldBy([allow(`kinesis:${action}`)])).toEqual([`${duty} conditional`]);
    expect(heldBy([allow(`kinesis:${action}`, streamArnOf("others"))])).toEqual([]);
  });
});
