import { describe, expect, it } from "vitest";
import type { KmsKey } from "@/lib/model/kms-key";
import { denied, read } from "@/lib/model/test-place";
import { buildKey, buildKeyMetadata, buildStream, keyArn } from "@/lib/model/test-stream";
import { keyRotated } from "@/lib/checks/key-rotated";
import { verdictOf } from "@/lib/checks/test-verdicts";

const off = read({ enabled: false }, "kms:GetKeyRotationStatus");

function verdictOn(change: Partial<KmsKey>, metadata: Parameters<typeof buildKeyMetadata>[0] = {}) {
  const key = buildKey({ metadata: read(buildKeyMetadata(metadata), "kms:DescribeKey"), ...change });
  return verdictOf(keyRotated, { region: { keys: read([key]) } });
}

it("passes a key that is rotated", () => {
  expect(verdictOn({})).toMatchObject({ status: "pass", evidence: "alias/orders is rotated." });
});

it("fails a customer managed symmetric key of KMS's own material whose rotation is off", () => {
  expect(verdictOn({ rotation: off })).toMatchObject({
    status: "fail",
    severity: "medium",
    evidence: "Automatic rotation of alias/orders is off.",
    causes: [{ kind: "key", id: keyArn }],
  });
});

describe("an AWS managed key passes", () => {
  it("by DescribeKey", () => {
    expect(
      verdictOn({ rotation: denied("kms:GetKeyRotationStatus") }, { manager: read("aws") }),
    ).toMatchObject({
      status: "pass",
      evidence: "AWS rotates alias/orders every year.",
    });
  });

  it("by its reserved name", () => {
    const streams = read([
      buildStream({ encryption: read({ type: "kms", keyReference: "alias/aws/kinesis" }) }),
    ]);
    expect(verdictOf(keyRotated, { region: { streams } })).toMatchObject({ status: "pass" });
  });
});

describe("is not applicable to a key that KMS does not rotate", () => {
  it.each([
    { metadata: { origin: read("EXTERNAL") }, why: "has key material of origin EXTERNAL" },
    { metadata: { origin: read("AWS_CLOUDHSM") }, why: "has key material of origin AWS_CLOUDHSM" },
    {
      metadata: { origin: read("EXTERNAL_KEY_STORE") },
      why: "has key material of origin EXTERNAL_KEY_STORE",
    },
    { metadata: { spec: read("RSA_2048") }, why: "is a RSA_2048 key" },
    { metadata: { spec: read("HMAC_256") }, why: "is a HMAC_256 key" },
    { metadata: { state: read("PendingDeletion") }, why: "is about to be deleted" },
    { metadata: { state: read("PendingReplicaDeletion") }, why: "is about to be deleted" },
  ])("$why", ({ metadata, why }) => {
    expect(verdictOn({ rotation: off }, metadata)).toMatchObject({
      status: "not-applicable",
      evidence: `alias/orders ${why}, so that KMS does not rotate it.`,
    });
  });

  it("because KMS says so", () => {
    expect(verdictOn({ rotation: read(null) })).toMatchObject({ status: "not-applicable" });
  });

  it("because there is no such key", () => {
    expect(verdictOn({ rotation: off, metadata: read(null) })).toMatchObject({
      status: "not-applicable",
      evidence: "There is no such key (KDS-REST-03).",
    });
  });
});

describe("it does not guess", () => {
  it.each(["manager", "origin", "spec"])("the %s of a key that is not rotated", (fact) => {
    expect(verdictOn({ rotation: off }, { [fact]: denied("kms:DescribeKey") })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "kms:DescribeKey" }],
    });
  });

  it("the rotation, nor what else was not read", () => {
    const rotation = denied("kms:GetKeyRotationStatus");
    expect(verdictOn({ rotation }).gaps).toMatchObject([{ action: "kms:GetKeyRotationStatus" }]);
    expect(
      verdictOn({ rotation }, { state: denied("kms:DescribeKey"), spec: denied("kms:DescribeKey") }).gaps,
    ).toMatchObject([{ action: "kms:DescribeKey" }, { action: "kms:GetKeyRotationStatus" }]);
    expect(verdictOn({ rotation, metadata: denied("kms:DescribeKey") })).toMatchObject({ status: "unknown" });
  });

  it("but a rotation that is on is on, whatever else was not read", () => {
    expect(verdictOn({ metadata: denied("kms:DescribeKey") })).toMatchObject({ status: "pass" });
  });
});
