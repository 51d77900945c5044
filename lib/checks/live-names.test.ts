import { describe, expect, it } from "vitest";
import { accountId, denied, deniedGap, read, region } from "@/lib/model/test-place";
import { buildChannel, buildConsumer, streamArn } from "@/lib/model/test-stream";
import { grantsMatchStreams } from "@/lib/checks/grants-match-streams";
import {
  arnOf,
  policyWith,
  roleWith,
  streamNamed,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const consumer = buildConsumer();
const streams = [streamNamed("orders", { consumers: read([consumer]) }), streamNamed("bills")];
const channel = buildChannel();
const live = { channels: read([channel], "kinesis:ListChannels") };
const verdictOn = (world: World) => verdictIn(grantsMatchStreams, { streams, region: live, ...world });
const naming = (Resource: string) =>
  verdictOn({ roles: [roleWith("a", { Action: "kinesis:PutRecord", Resource })] });

describe("is unknown, and never failed, for what was not looked at", () => {
  it.each([
    {
      what: "another account",
      pattern: streamArn.replace(accountId, "999900001111"),
      says: "account 999900001111 was not scanned",
    },
    {
      what: "another Region",
      pattern: streamArn.replace(region, "eu-west-9"),
      says: "eu-west-9 was not scanned",
    },
  ])("an ARN of $what", ({ pattern, says }) => {
    expect(naming(pattern)).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "not-collected", resource: pattern, message: expect.stringContaining(says) }],
    });
    expect(
      verdictOn({
        roles: [roleWith("a", writes, { ...writes, Resource: arnOf("x") }, { ...writes, Resource: pattern })],
      }),
    ).toMatchObject({
      status: "fail",
      causes: [{}],
      gaps: [{ resource: pattern }],
    });
  });

  it("an ARN of all Regions, where some were not scanned", () => {
    const pattern = `arn:aws:kinesis:*:${accountId}:stream/x`;
    const roles = [roleWith("a", { ...writes, Resource: pattern })];
    expect(verdictOn({ roles }).status).toBe("fail");
    const enabledRegions = read([region, "eu-west-1"], "ec2:DescribeRegions");
    expect(verdictOn({ roles, account: { enabledRegions } })).toMatchObject({
      status: "unknown",
      gaps: [{ message: expect.stringContaining("eu-west-1 was not scanned") }],
    });
    expect(verdictOn({ roles, account: { enabledRegions: denied("ec2:DescribeRegions") } })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("ec2:DescribeRegions")],
    });
    expect(naming(arnOf("x")).status).toBe("fail");
  });

  it("an ARN of this Region is known whatever other Regions there are", () => {
    const account = { enabledRegions: denied("ec2:DescribeRegions") };
    expect(verdictOn({ roles: [roleWith("a", { ...writes, Resource: arnOf("x") })], account }).status).toBe(
      "fail",
    );
  });

  it("consumers and channels that were not listed", () => {
    const consumers = denied("kinesis:ListStreamConsumers");
    const unlisted = [streamNamed("orders", { consumers })];
    const fan = { Action: "kinesis:SubscribeToShard", Resource: consumer.arn };
    expect(verdictOn({ streams: unlisted, roles: [roleWith("a", fan)] })).toMatchObject({
      status: "unknown",
      causes: [],
    });
    expect(
      verdictOn({ streams: unlisted, roles: [roleWith("a", { ...writes, Resource: arnOf("x") })] }).status,
    ).toBe("fail");
    const channels = denied("kinesis:ListChannels");
    const byChannel = (Resource: string) =>
      verdictOn({
        region: { channels },
        roles: [roleWith("a", { Action: "kinesis:UpdateChannel", Resource })],
      });
    expect(byChannel(channel.arn)).toMatchObject({ status: "unknown", gaps: [channels.gap] });
    expect(byChannel(arnOf("x")).status).toBe("fail");
  });

  it("streams and IAM that were not listed", () => {
    expect(verdictOn({ region: { streams: denied("kinesis:ListStreams") } }).status).toBe("unknown");
    const iam = denied("iam:GetAccountAuthorizationDetails");
    expect(verdictOn({ account: { iam } })).toMatchObject({ status: "unknown", gaps: [iam.gap] });
  });

  it("documents that cannot be read, unless a limit keeps their holders out of the Region", () => {
    expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
    expect(verdictOn({ roles: [unreadableRole()], streams: [] }).status).toBe("unknown");
    const boundary = policyWith("limit", { Action: "s3:*", Resource: "*" });
    const roles = [{ ...unreadableRole(), boundaryArn: boundary.arn }];
    expect(verdictOn({ roles, managedPolicies: [boundary] }).status).toBe("pass");
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy })] }).gaps).toEqual([
      resourcePolicy.gap,
    ]);
  });
});
