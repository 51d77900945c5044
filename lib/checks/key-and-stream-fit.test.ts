import { describe, expect, it } from "vitest";
import type { KmsKey } from "@/lib/model/kms-key";
import { documentOf } from "@/lib/model/test-iam";
import { accountId, denied, memberAccountId, read } from "@/lib/model/test-place";
import { buildConsumer, buildKey, buildKeyMetadata, buildStream, keyArn } from "@/lib/model/test-stream";
import { keyAndStreamFit } from "@/lib/checks/key-and-stream-fit";
import { administrator, reads, roleWith, verdictIn, writes } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const delegating = documentOf({
  Principal: { AWS: `arn:aws:iam::${accountId}:root` },
  Action: "kms:*",
  Resource: "*",
});
const keyWith = (change: Partial<KmsKey> = {}) => ({
  keys: read([buildKey({ policy: read(delegating), ...change })]),
});
const verdictOn = (world: World) =>
  verdictIn(keyAndStreamFit, { streams: [buildStream()], region: keyWith(), ...world });
const use = (Action: string) => ({ Action, Resource: keyArn });

describe("fails", () => {
  it("where whom a statement lets read the stream by its name cannot decrypt", () => {
    expect(verdictOn({ roles: [roleWith("app", reads)] })).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: "The inline policy app of role app lets role app read orders, whose key denies kms:Decrypt.",
      causes: [{ kind: "statement", document: { statements: [0] } }],
    });
    expect(verdictOn({ roles: [roleWith("app", reads, use("kms:GenerateDataKey"))] }).status).toBe("fail");
  });

  it("where whom a statement lets write to it cannot make data keys", () => {
    expect(verdictOn({ roles: [roleWith("app", writes)] }).evidence).toContain("denies kms:GenerateDataKey");
    expect(verdictOn({ roles: [roleWith("app", writes, use("kms:Decrypt"))] }).status).toBe("fail");
  });

  it("by a consumer that is named, and by the stream's own policy", () => {
    const consumer = buildConsumer();
    const streams = [buildStream({ consumers: read([consumer]) })];
    const subscribe = { Action: "kinesis:SubscribeToShard", Resource: consumer.arn };
    expect(verdictOn({ streams, roles: [roleWith("fan", subscribe)] }).status).toBe("fail");
    const Principal = { AWS: `arn:aws:iam::${accountId}:role/app` };
    const resourcePolicy = read(documentOf({ Principal, ...reads }));
    expect(
      verdictOn({ streams: [buildStream({ resourcePolicy })], roles: [roleWith("app", use("s3:Get*"))] }),
    ).toMatchObject({
      status: "fail",
      evidence: expect.stringContaining("The policy of stream orders"),
    });
  });

  it("where a stream that is shared with another account has the AWS managed key", () => {
    const Principal = { AWS: `arn:aws:iam::${memberAccountId}:role/partner` };
    const streams = [buildStream({ resourcePolicy: read(documentOf({ Principal, ...reads })) })];
    const region = keyWith({ metadata: read(buildKeyMetadata({ manager: read("aws") })) });
    expect(verdictOn({ streams, region }).status).toBe("fail");
  });
});

describe("passes", () => {
  it("where both halves are there, or nobody is named", () => {
    const whole = roleWith("app", reads, writes, use("kms:Decrypt"), use("kms:GenerateDataKey"));
    expect(verdictOn({ roles: [whole] }).status).toBe("pass");
    expect(verdictOn({}).status).toBe("pass");
  });

  it("where a wildcard reaches a stream that the key blocks", () => {
    for (const Resource of ["*", "arn:aws:kinesis:*:*:stream/ord*", "arn:aws:kinesis:*:*:*"])
      expect(verdictOn({ roles: [roleWith("app", { Action: "kinesis:Get*", Resource })] }).status).toBe(
        "pass",
      );
  });

  it("where the stream is not encrypted", () => {
    const streams = [buildStream({ encryption: read({ type: "none" }) })];
    expect(verdictOn({ streams, roles: [roleWith("app", reads)] })).toMatchObject({
      status: "pass",
      evidence: expect.stringContaining("not encrypted"),
    });
  });

  it("where administrators alone are blocked", () => {
    const region = keyWith({ policy: read(documentOf()) });
    expect(verdictOn({ region, roles: [administrator] }).status).toBe("pass");
  });
});

it("is unknown where the grants, or what may name the stream, could not be read", () => {
  const grants = denied("kms:ListGrants");
  expect(verdictOn({ region: keyWith({ grants }), roles: [roleWith("app", reads)] })).toMatchObject({
    status: "unknown",
    gaps: [grants.gap],
  });
  const resourcePolicy = denied("kinesis:GetResourcePolicy");
  expect(verdictOn({ streams: [buildStream({ resourcePolicy })] }).status).toBe("unknown");
  expect(
    verdictOn({ streams: [buildStream({ encryption: denied("kinesis:DescribeStreamSummary") })] }).status,
  ).toBe("unknown");
});
