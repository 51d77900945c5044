import { describe, expect, it } from "vitest";
import { buildGroup, buildRole, documentOf } from "@/lib/model/test-iam";
import { accountId, read, region } from "@/lib/model/test-place";
import { buildChannel, buildConsumer, streamArn } from "@/lib/model/test-stream";
import { grantsMatchStreams } from "@/lib/checks/grants-match-streams";
import {
  arnOf,
  policyWith,
  reads,
  roleWith,
  serviceLinked,
  streamNamed,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const consumer = buildConsumer();
const streams = [streamNamed("orders", { consumers: read([consumer]) }), streamNamed("bills")];
const channel = buildChannel();
const live = { channels: read([channel], "kinesis:ListChannels") };
const verdictOn = (world: World) => verdictIn(grantsMatchStreams, { streams, region: live, ...world });
const naming = (Resource: string | readonly string[], more: object = { Action: "kinesis:PutRecord" }) =>
  verdictOn({ roles: [roleWith("a", { ...more, Resource })] });
const here = (resource: string) => `arn:aws:kinesis:${region}:${accountId}:${resource}`;

describe("passes what matches", () => {
  it.each([
    streamArn,
    arnOf("ord*"),
    arnOf("order?"),
    here("*"),
    "arn:aws:kinesis:*",
    "arn:aws:kinesis",
    `arn:aws:kinesis:*:${accountId}:stream/bills`,
    "arn:aws:kinesis:*:*:stream/bills",
    arnOf("${aws:PrincipalTag/team}"),
    consumer.arn,
    `${streamArn}/consumer/*`,
    channel.arn,
    here("channel/*"),
  ])("%s", (pattern) => {
    expect(naming(pattern)).toMatchObject({
      status: "pass",
      evidence: "All ARNs of Kinesis in 1 statement match something that exists.",
    });
  });

  it("and what names no stream", () => {
    expect(naming(["*", "arn:aws:s3:::x", "arn:aws:kinesisvideo:eu-central-1:1:stream/x"])).toMatchObject({
      status: "pass",
      evidence: `None: no policy names a stream of ${region}.`,
    });
  });

  it("and does not look at policies that nobody holds, nor at roles of AWS's own", () => {
    const roles = [
      {
        ...serviceLinked,
        inlinePolicies: [{ name: "x", document: documentOf({ ...writes, Resource: arnOf("x") }) }],
      },
    ];
    expect(
      verdictOn({ roles, managedPolicies: [policyWith("p", { ...writes, Resource: arnOf("x") })] }).status,
    ).toBe("pass");
  });
});

describe("a pattern that matches nothing fails", () => {
  it("as one cause a statement, with the nearest that exists", () => {
    const policy = policyWith("stale", writes, { ...reads, Resource: [streamArn, arnOf("oders")] });
    const roles = ["a", "b"].map((name) => buildRole({ name, attachedPolicyArns: [policy.arn] }));
    expect(verdictOn({ roles, managedPolicies: [policy] })).toMatchObject({
      status: "fail",
      severity: "low",
      subject: { scope: "region", id: region },
      causes: [
        {
          kind: "statement",
          id: `${policy.arn}#1`,
          label: `Statement 2 of policy stale names ${arnOf("oders")}, which matches no stream, consumer or channel (the nearest that exists is ${streamArn}).`,
          document: { policyId: policy.arn, statements: [1] },
          principals: ["a", "b"].map((name) => `arn:aws:iam::${accountId}:role/${name}`),
        },
      ],
    });
  });

  it.each([
    { pattern: arnOf("Orders"), says: "matches no stream" },
    { pattern: arnOf("x-*"), says: "matches no stream" },
    { pattern: arnOf("x-${aws:username}"), says: "matches no stream" },
    { pattern: `${arnOf("bills")}/consumer/*`, says: "matches no stream" },
    { pattern: here("channel/none"), says: "matches no stream" },
    { pattern: here("MyStream"), says: "lacks stream/ before the name" },
    { pattern: `arn:aws:kinesis:*:${accountId}:MyStream`, says: "lacks stream/ before the name" },
    { pattern: here("streams/orders"), says: "lacks stream/ before the name" },
    { pattern: `arn:aws:kinesis::${accountId}:stream/orders`, says: "names no Region" },
    { pattern: `arn:aws:kinesis:${region}::stream/orders`, says: "names no account" },
    { pattern: `arn:aws:kinesis:${region}:stream/orders`, says: "names no account" },
    { pattern: streamArn.replace("aws", "aws-cn"), says: "is of partition aws-cn" },
  ])("as $pattern, which $says", ({ pattern, says }) => {
    expect(naming(pattern)).toMatchObject({
      status: "fail",
      evidence: expect.stringContaining(`which ${says}`),
    });
  });

  it("in a Deny, in a group's policy and in the policy of a stream or consumer", () => {
    expect(naming(arnOf("x"), { Effect: "Deny", Action: "kinesis:*" }).status).toBe("fail");
    const document = documentOf({ ...writes, Resource: arnOf("x") });
    const groups = [buildGroup({ inlinePolicies: [{ name: "g", document }] })];
    expect(verdictOn({ groups }).causes).toMatchObject([{ principals: [groups[0]?.arn] }]);
    const resourcePolicy = read(
      documentOf({ ...reads, Resource: arnOf("x"), Principal: { AWS: accountId } }),
    );
    const [first] = verdictOn({ streams: [streamNamed("orders", { resourcePolicy })] }).causes;
    expect(first).toMatchObject({ id: `${streamArn}#policy#0` });
    expect(first).not.toHaveProperty("principals");
    const consumers = read([buildConsumer({ resourcePolicy })]);
    expect(verdictOn({ streams: [streamNamed("orders", { consumers })] }).causes).toMatchObject([
      { id: `${consumer.arn}#policy#0` },
    ]);
  });

  it("names three of many", () => {
    expect(naming(["p", "q", "r", "s"].map(arnOf)).evidence).toMatch(/stream\/r, which .*; and 1 more\.$/);
  });

  it("where nothing exists that could be near", () => {
    expect(verdictOn({ streams: [], region: {}, roles: [roleWith("a", writes)] }).evidence).toMatch(
      /consumer or channel\.$/,
    );
  });
});

it("leaves to other Regions what a condition keeps there", () => {
  const at = (value: string | string[]) => ({
    ...writes,
    Resource: `arn:aws:kinesis:*:${accountId}:MyStream`,
    Condition: { StringEquals: { "aws:RequestedRegion": value } },
  });
  expect(verdictOn({ roles: [roleWith("a", at("eu-west-1"))] }).status).toBe("pass");
  expect(verdictOn({ roles: [roleWith("a", at(["eu-west-1", region]))] }).status).toBe("fail");
});
