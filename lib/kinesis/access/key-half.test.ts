import { describe, expect, it } from "vitest";
import {
  accessIn,
  delegatingKey,
  heldBy,
  heldOn,
  roleArnOf,
  streamArnOf,
} from "@/lib/kinesis/access/test-account";
import { documentOf } from "@/lib/model/test-iam";
import type { KmsGrant } from "@/lib/model/kms-key";
import { accountId, denied, memberAccountId, read, region } from "@/lib/model/test-place";
import { buildKey, buildKeyMetadata, buildStream, keyArn, streamArn } from "@/lib/model/test-stream";

const orders = streamArnOf("orders");
const streams = [buildStream({ arn: streamArn, name: "orders" })];
const records = [{ Action: ["kinesis:PutRecord", "kinesis:Get*"], Resource: orders }];
const useOf = (rest: object = {}) => ({
  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
  Resource: keyArn,
  ...rest,
});
const contextOf = (arn: string) => ({
  Condition: { StringEquals: { "kms:EncryptionContext:aws:kinesis:arn": arn } },
});
const withKey = (key = delegatingKey()) => ({ streams, place: { keys: read([key], "kms:DescribeKey") } });
const blocked = ["produce blocked by key", "consume blocked by key"];

it("takes part only where the stream has a customer managed key", () => {
  expect(heldBy(records)).toEqual(["produce", "consume"]);
  const key = delegatingKey({ metadata: read(buildKeyMetadata({ manager: read("aws") })) });
  expect(heldBy(records, withKey(key))).toEqual(["produce", "consume"]);
});

it("blocks records of whom the key lets do nothing", () => {
  expect(heldBy(records, withKey())).toEqual(blocked);
});

it("takes kms:GenerateDataKey to write and kms:Decrypt to read", () => {
  const one = (Action: string) => heldBy([...records, { Action, Resource: "*" }], withKey());
  expect(one("kms:GenerateDataKey")).toEqual(["produce", "consume blocked by key"]);
  expect(one("kms:Decrypt")).toEqual(["produce blocked by key", "consume"]);
});

describe("a permission under the encryption context", () => {
  it("counts for the stream that it names, and for no other", () => {
    expect(heldBy([...records, useOf(contextOf(orders))], withKey())).toEqual(["produce", "consume"]);
    expect(heldBy([...records, useOf(contextOf(streamArnOf("others")))], withKey())).toEqual(blocked);
  });

  it("counts through Kinesis of the stream's Region", () => {
    const through = (service: string) =>
      useOf({ Condition: { StringEquals: { "kms:ViaService": service } } });
    const via = (service: string) => heldBy([...records, through(service)], withKey());
    expect(via(`kinesis.${region}.amazonaws.com`)).toEqual(["produce", "consume"]);
    expect(via("kinesis.us-west-2.amazonaws.com")).toEqual(blocked);
  });

  it("stays open where it hangs on something else", () => {
    const source = { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } };
    expect(heldBy([...records, useOf(source)], withKey())).toEqual([
      "produce key conditional",
      "consume key conditional",
    ]);
  });
});

describe("the key's own policy", () => {
  it("has to hand the right to grant to the account, or to grant itself", () => {
    const closed = buildKey();
    expect(heldBy([...records, useOf()], withKey(closed))).toEqual(blocked);
    const Principal = { AWS: roleArnOf("someone") };
    const direct = buildKey({ policy: read(documentOf({ Principal, ...useOf(), Resource: "*" })) });
    expect(heldBy(records, withKey(direct))).toEqual(["produce", "consume"]);
  });

  it("may deny what everything else allows", () => {
    const Deny = { Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" };
    const Allow = { Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" };
    const key = buildKey({ policy: read(documentOf(Allow, Deny)) });
    expect(heldBy([...records, useOf()], withKey(key))).toEqual(["produce", "consume blocked by key"]);
  });

  it("counts as possible where it could not be read", () => {
    const unknown = ["produce key unknown", "consume key unknown"];
    for (const policy of [denied("kms:GetKeyPolicy"), read("{"), read("")])
      expect(heldBy(records, withKey(buildKey({ policy })))).toEqual(unknown);
  });

  it("says who manages the key, of this account by any right and of another by CreateGrant alone", () => {
    const manage = { Action: "kms:PutKeyPolicy", Resource: keyArn };
    expect(heldBy([manage], withKey())).toEqual(["manage-key"]);
    expect(heldBy([manage], withKey(buildKey()))).toEqual([]);
    const ofOther = (action: string) => {
      const Principal = { AWS: `arn:aws:iam::${memberAccountId}:role/reader` };
      const policy = read(documentOf({ Principal, Action: action, Resource: "*" }));
      return heldOn(accessIn(withKey(buildKey({ policy }))));
    };
    expect(ofOther("kms:PutKeyPolicy")).toEqual([]);
    expect(ofOther("kms:CreateGrant")).toEqual(["reader manage-key conditional"]);
  });

  it("leaves open who manages the key where it could not be read, for those whom their own policies let", () => {
    const unread = withKey(buildKey({ policy: denied("kms:GetKeyPolicy") }));
    expect(heldBy([{ Action: "kms:PutKeyPolicy", Resource: "*" }], unread)).toEqual(["manage-key unknown"]);
    expect(heldBy([{ Action: "kms:DescribeKey", Resource: "*" }], unread)).toEqual([]);
  });
});

describe("a grant", () => {
  const grant = (change: Partial<KmsGrant> = {}): KmsGrant => ({
    id: "g-1",
    granteePrincipal: roleArnOf("someone"),
    operations: ["Decrypt"],
    ...change,
  });
  const granted = (change: Partial<KmsGrant>) =>
    heldBy(records, withKey(delegatingKey({ grants: read([grant(change)], "kms:ListGrants") })))[1];

  it("lets its grantee use the key, for its operations and under its encryption context", () => {
    expect(granted({})).toBe("consume");
    expect(granted({ operations: ["GenerateDataKey", "Encrypt"] })).toBe("consume blocked by key");
    expect(granted({ granteePrincipal: roleArnOf("another") })).toBe("consume blocked by key");
    expect(granted({ encryptionContextEquals: { "aws:kinesis:arn": orders } })).toBe("consume");
    expect(granted({ encryptionContextEquals: { "aws:kinesis:arn": orders, team: "a" } })).toBe(
      "consume blocked by key",
    );
    expect(granted({ encryptionContextEquals: { "aws:kinesis:arn": streamArnOf("x") } })).toBe(
      "consume blocked by key",
    );
    expect(granted({ encryptionContextSubset: { "aws:kinesis:arn": orders } })).toBe("consume");
    expect(granted({ encryptionContextSubset: { team: "a" } })).toBe("consume blocked by key");
    expect(granted({ encryptionContextSubset: {} })).toBe("consume");
    expect(granted({ sourceArn: orders })).toBe("consume");
    expect(granted({ sourceArn: streamArnOf("x") })).toBe("consume blocked by key");
  });

  it("does not help against a Deny", () => {
    const key = delegatingKey({ grants: read([grant()], "kms:ListGrants") });
    const Deny = { Effect: "Deny", Action: "kms:Decrypt", Resource: "*" };
    expect(heldBy([...records, Deny], withKey(key))[1]).toBe("consume blocked by key");
  });

  it("may exist where the grants could not be read, beside a policy that allows nothing", () => {
    const key = delegatingKey({ grants: denied("kms:ListGrants") });
    expect(heldBy(records, withKey(key))).toEqual(["produce key unknown", "consume key unknown"]);
    expect(heldBy([...records, useOf()], withKey(key))).toEqual(["produce", "consume"]);
  });
});

describe("a key that nobody could look at", () => {
  it("counts as possible", () => {
    const unknown = ["produce key unknown", "consume key unknown"];
    expect(heldBy(records, { streams, place: { keys: denied("kms:DescribeKey") } })).toEqual(unknown);
    const unread = [buildStream({ encryption: denied("kinesis:DescribeStreamSummary") })];
    expect(heldBy(records, { streams: unread })).toEqual(unknown);
  });

  it("counts as possible in another account, unless the caller's own policies say no", () => {
    const arn = keyArn.replace(accountId, memberAccountId);
    const foreign = buildKey({ arn, accountId: memberAccountId, policy: denied("kms:GetKeyPolicy") });
    const world = {
      streams: [buildStream({ encryption: read({ type: "kms", keyReference: arn }) })],
      place: { keys: read([foreign], "kms:DescribeKey") },
    };
    const use = { Action: "kms:*", Resource: "*" };
    expect(heldBy([...records, use], world).slice(0, 2)).toEqual([
      "produce key unknown",
      "consume key unknown",
    ]);
    const Deny = { Effect: "Deny", Action: "kms:*", Resource: "*" };
    expect(heldBy([...records, Deny], world)).toEqual(blocked);
  });
});
