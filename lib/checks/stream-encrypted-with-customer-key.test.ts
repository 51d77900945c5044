import { describe, expect, it } from "vitest";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { accountId, denied, deniedGap, read, region, strangeAccountId } from "@/lib/model/test-place";
import { buildKey, buildKeyMetadata, buildStream, keyArn, keyId } from "@/lib/model/test-stream";
import { streamEncryptedWithCustomerKey } from "@/lib/checks/stream-encrypted-with-customer-key";
import { verdictOf } from "@/lib/checks/test-verdicts";

const aliasPrefix = `arn:aws:kms:${region}:${accountId}:`;

function verdictOn(keyReference: string, change: Partial<RegionSnapshot> = {}) {
  const streams = read([buildStream({ encryption: read({ type: "kms", keyReference }) })]);
  return verdictOf(streamEncryptedWithCustomerKey, { region: { streams, ...change } });
}

const managedByAws = read([
  buildKey({ aliasNames: ["alias/aws/kinesis"], metadata: read(buildKeyMetadata({ manager: read("aws") })) }),
]);

describe("a customer managed key passes", () => {
  it.each([keyArn, keyId, "alias/orders", `${aliasPrefix}alias/orders`])("named as %s", (keyReference) => {
    expect(verdictOn(keyReference)).toMatchObject({
      status: "pass",
      evidence: "orders is encrypted with alias/orders, a customer managed key.",
    });
  });

  it("of another account, whose DescribeKey worked", () => {
    const arn = `arn:aws:kms:${region}:${strangeAccountId}:key/k`;
    const keys = read([buildKey({ arn, keyId: "k", aliasNames: [], policy: denied("kms:GetKeyPolicy") })]);
    expect(verdictOn(arn, { keys })).toMatchObject({
      status: "pass",
      evidence: "orders is encrypted with key k, a customer managed key.",
    });
  });
});

describe("an AWS managed key fails", () => {
  it.each([keyArn, keyId])("even when it is named as %s", (keyReference) => {
    expect(verdictOn(keyReference, { keys: managedByAws })).toMatchObject({
      status: "fail",
      severity: "medium",
      causes: [{ kind: "key", id: keyArn }],
    });
  });

  it("by its reserved name alone, where the aliases were not read", () => {
    const change = { aliases: denied("kms:ListAliases"), keys: denied("kms:DescribeKey") };
    expect(verdictOn("alias/aws/kinesis", change)).toMatchObject({
      status: "fail",
      causes: [
        {
          id: "alias/aws/kinesis",
          label: "alias/aws/kinesis is an AWS managed key, whose policy cannot be narrowed.",
        },
      ],
    });
  });

  it("as the same cause by its name and by its id, once the aliases were read", () => {
    const alias = { name: "alias/aws/kinesis", arn: `${aliasPrefix}alias/aws/kinesis`, targetKeyId: keyId };
    expect(verdictOn("alias/aws/kinesis", { aliases: read([alias]) }).causes[0]?.id).toBe(keyArn);
  });
});

it("is not applicable where the stream is not encrypted", () => {
  const streams = read([buildStream({ encryption: read({ type: "none" }) })]);
  expect(verdictOf(streamEncryptedWithCustomerKey, { region: { streams } })).toMatchObject({
    status: "not-applicable",
    evidence: "The stream is not encrypted (KDS-REST-01).",
  });
});

it("judges the stream's own key among others", () => {
  const other = buildKey({
    arn: `${keyArn}-other`,
    metadata: read(buildKeyMetadata({ manager: read("aws") })),
  });
  expect(verdictOn(keyArn, { keys: read([other, buildKey()]) }).status).toBe("pass");
});

describe("it does not guess", () => {
  it("whether a stream is encrypted at all", () => {
    const streams = read([buildStream({ encryption: denied("kinesis:DescribeStreamSummary") })]);
    expect(verdictOf(streamEncryptedWithCustomerKey, { region: { streams } }).gaps).toEqual([
      deniedGap("kinesis:DescribeStreamSummary"),
    ]);
  });

  it("what is behind an alias that was not read", () => {
    expect(verdictOn("alias/orders", { aliases: denied("kms:ListAliases") })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kms:ListAliases")],
    });
  });

  it.each([
    { change: { keys: denied("kms:DescribeKey") }, reason: "access-denied" },
    { change: { keys: read([]) }, reason: "not-collected" },
    { change: { keys: read([buildKey({ metadata: denied("kms:DescribeKey") })]) }, reason: "access-denied" },
    { change: { keys: read([buildKey({ metadata: read(null) })]) }, reason: "empty" },
    {
      change: {
        keys: read([buildKey({ metadata: read(buildKeyMetadata({ manager: denied("kms:DescribeKey") })) })]),
      },
      reason: "access-denied",
    },
  ])("who manages the key: $reason", ({ change, reason }) => {
    expect(verdictOn(keyArn, change)).toMatchObject({
      status: "unknown",
      severity: "medium",
      gaps: [{ action: "kms:DescribeKey", reason }],
    });
  });
});
