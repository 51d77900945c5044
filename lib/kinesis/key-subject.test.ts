import { describe, expect, it } from "vitest";
import { accountId, denied, read, region, strangeAccountId } from "@/lib/model/test-place";
import { buildStream, keyArn, keyId, streamArn } from "@/lib/model/test-stream";
import { keySubjectOf } from "@/lib/kinesis/key-subject";

const aliases = read([
  { name: "alias/orders", arn: `arn:aws:kms:${region}:${accountId}:alias/orders`, targetKeyId: keyId },
]);

function idOf(keyReference: string, arn = streamArn) {
  return keySubjectOf(buildStream({ arn, encryption: read({ type: "kms", keyReference }) }), { aliases })?.id;
}

describe("keySubjectOf", () => {
  it.each([
    { reference: keyId, id: keyArn },
    { reference: keyArn, id: keyArn },
    { reference: "alias/orders", id: keyArn },
    { reference: "alias/gone", id: "alias/gone" },
    { reference: "alias/aws/kinesis", id: `arn:aws:kms:${region}:${accountId}:alias/aws/kinesis` },
    {
      reference: `arn:aws:kms:${region}:${strangeAccountId}:alias/aws/kinesis`,
      id: `arn:aws:kms:${region}:${strangeAccountId}:alias/aws/kinesis`,
    },
  ])("of $reference is $id", ({ reference, id }) => {
    expect(idOf(reference)).toBe(id);
  });

  it("stands in the stream's own account, Region and partition", () => {
    expect(idOf("1", streamArn.replace("aws", "aws-cn"))).toBe(`arn:aws-cn:kms:${region}:${accountId}:key/1`);
    expect(idOf("1", "no ARN")).toBe(`arn:aws:kms:${region}:${accountId}:key/1`);
    expect(keySubjectOf(buildStream(), { aliases })).toEqual({ scope: "key", accountId, region, id: keyArn });
  });

  it("is the stream itself where its encryption is not known, and none where it has none", () => {
    expect(keySubjectOf(buildStream({ encryption: denied("x") }), { aliases })?.id).toBe(streamArn);
    expect(keySubjectOf(buildStream({ encryption: read({ type: "none" }) }), { aliases })).toBeUndefined();
  });
});
