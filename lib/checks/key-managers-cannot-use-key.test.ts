import { describe, expect, it } from "vitest";
import { documentOf } from "@/lib/model/test-iam";
import { accountId, denied, deniedGap, read } from "@/lib/model/test-place";
import { buildKey, buildKeyMetadata, buildStream, keyArn } from "@/lib/model/test-stream";
import { keyManagersCannotUseKey } from "@/lib/checks/key-managers-cannot-use-key";
import {
  administrator,
  arnOf,
  reads,
  roleWith,
  streamNamed,
  unreadableRole,
  verdictIn,
  verdictsIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const delegates = { Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" };
const key = buildKey({ policy: read(documentOf(delegates), "kms:GetKeyPolicy") });
const on = (...actions: string[]) => ({ Action: actions.map((action) => `kms:${action}`), Resource: keyArn });
const uses = on("Decrypt", "GenerateDataKey");
const verdictOn = (world: World) =>
  verdictIn(keyManagersCannotUseKey, { streams: [buildStream()], region: { keys: read([key]) }, ...world });

describe("who manages the key and touches records fails", () => {
  it.each(["PutKeyPolicy", "CreateGrant", "DisableKey", "ScheduleKeyDeletion"])("by kms:%s", (action) => {
    expect(verdictOn({ roles: [roleWith("a", on(action), uses, writes)] })).toMatchObject({
      status: "fail",
      severity: "high",
      subject: { scope: "key", id: keyArn },
      evidence:
        "The inline policy a of role a alone lets role a both manage the key and touch the records that it encrypts.",
    });
  });

  it("named by the key's policy, and reading by its own", () => {
    const arn = `arn:aws:iam::${accountId}:role/a`;
    const policy = documentOf({
      Principal: { AWS: arn },
      Action: ["kms:CreateGrant", "kms:Decrypt"],
      Resource: "*",
    });
    const keys = read([buildKey({ policy: read(policy, "kms:GetKeyPolicy") })]);
    expect(verdictOn({ roles: [roleWith("a", reads)], region: { keys } }).causes).toMatchObject([
      {
        kind: "principal",
        id: arn,
        label: expect.stringMatching(
          /^Role a can both .*, by the inline policy a of role a and the policy of key 1234abcd/,
        ),
      },
    ]);
  });

  it("on any stream of the key, and is judged once a key", () => {
    const bills = buildStream({ arn: arnOf("bills"), name: "bills" });
    const roles = [roleWith("a", on("DisableKey"), uses, { ...reads, Resource: bills.arn })];
    const region = { keys: read([key]), streams: read([buildStream(), bills]) };
    expect(verdictsIn(keyManagersCannotUseKey, { roles, region }).map(({ status }) => status)).toEqual([
      "fail",
    ]);
  });
});

describe("passes", () => {
  it("where one manages and others use", () => {
    expect(
      verdictOn({ roles: [roleWith("a", on("DisableKey")), roleWith("b", uses, writes, reads)] }),
    ).toMatchObject({
      status: "pass",
      evidence:
        "None of the 2 principals that hold one of these duties on alias/orders can both manage the key and touch the records that it encrypts.",
    });
  });

  it("who manages the key and touches records of another stream", () => {
    const bills = streamNamed("bills");
    const roles = [roleWith("a", on("DisableKey"), { ...writes, Resource: bills.arn })];
    expect(verdictOn({ roles, streams: [buildStream(), bills] }).status).toBe("pass");
  });

  it("who manages the key and cannot use it", () => {
    expect(verdictOn({ roles: [roleWith("a", on("DisableKey"), writes, reads)] }).status).toBe("pass");
  });

  it("administrators, who are counted", () => {
    expect(verdictOn({ roles: [administrator] })).toMatchObject({
      status: "pass",
      evidence: expect.stringContaining("Left aside: 1 administrator of the account"),
    });
  });

  it("a key that AWS manages, by its name or by KMS", () => {
    const byName = buildStream({ encryption: read({ type: "kms", keyReference: "alias/aws/kinesis" }) });
    expect(verdictOn({ streams: [byName] })).toMatchObject({
      status: "pass",
      evidence: "None: no principal holds these duties on alias/aws/kinesis.",
    });
    const metadata = read(buildKeyMetadata({ manager: read("aws") }), "kms:DescribeKey");
    const keys = read([buildKey({ metadata, policy: denied("kms:GetKeyPolicy") })]);
    expect(verdictOn({ region: { keys } }).status).toBe("pass");
  });
});

it("judges no key where nothing is encrypted", () => {
  expect(verdictsIn(keyManagersCannotUseKey, { streams: [streamNamed("orders")] })).toEqual([]);
});

describe("it does not guess", () => {
  it("who manages a key whose policy was not read, or is not understood", () => {
    const withPolicy = (policy: typeof key.policy) => ({ region: { keys: read([buildKey({ policy })]) } });
    expect(verdictOn(withPolicy(denied("kms:GetKeyPolicy")))).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kms:GetKeyPolicy")],
    });
    expect(verdictOn(withPolicy(read("{", "kms:GetKeyPolicy")))).toMatchObject({
      status: "unknown",
      gaps: [{ action: "kms:GetKeyPolicy", reason: "malformed", resource: keyArn }],
    });
    const odd = { Principal: "*", Action: "kms:*", Resource: "*", Condition: { Resembles: { a: "b" } } };
    expect(verdictOn(withPolicy(read(documentOf(odd), "kms:GetKeyPolicy")))).toMatchObject({
      status: "unknown",
      gaps: [{ action: "kms:GetKeyPolicy", reason: "malformed", resource: keyArn }],
    });
    const roles = [roleWith("a", on("DisableKey"), uses, writes)];
    expect(verdictOn({ roles, ...withPolicy(denied("kms:GetKeyPolicy")) })).toMatchObject({
      status: "unknown",
      causes: [],
    });
  });

  it("what a document says that cannot be read, nor which key it is", () => {
    expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
    expect(
      verdictOn({ streams: [buildStream({ encryption: denied("kinesis:DescribeStreamSummary") })] }).status,
    ).toBe("unknown");
    expect(verdictOn({ region: { keys: read([key]), streams: denied("kinesis:ListStreams") } }).status).toBe(
      "unknown",
    );
  });
});
