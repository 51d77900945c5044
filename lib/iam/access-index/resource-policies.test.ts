import { describe, expect, it } from "vitest";
import type { AccessResource } from "@/lib/iam/access-index/access-input";
import {
  account,
  allow,
  deny,
  otherAccount,
  policy,
  reach,
  role,
  stream,
  unreadable,
  user,
} from "@/lib/iam/access-index/test-world";

const everything = [policy(allow("*"))];
const put = "kinesis:PutRecord";

function granting(Principal: unknown, rest: Partial<AccessResource> = {}): AccessResource[] {
  return [stream("own", { resourcePolicy: policy(allow("kinesis:*", "*", { Principal })), ...rest })];
}

describe("a stream's policy in its own account", () => {
  const boundary = policy(allow("s3:*"));

  it("gives a role what its boundary leaves, and a user and everybody all of it", () => {
    expect(reach(role("a"), put, granting({ AWS: role("a").arn }))).toEqual(["own"]);
    expect(reach(role("a", { boundary }), put, granting({ AWS: role("a").arn }))).toEqual([]);
    expect(reach(user("a", { boundary }), put, granting({ AWS: user("a").arn }))).toEqual(["own"]);
    expect(reach(role("a", { boundary }), put, granting("*"))).toEqual(["own"]);
  });

  it("gives the account nothing that its own policies do not give", () => {
    expect(reach(role("a"), put, granting({ AWS: account }))).toEqual([]);
    expect(reach(role("a", { policies: everything }), put, granting({ AWS: account }))).toEqual(["own"]);
  });

  it("gives one session of a role perhaps", () => {
    const session = `arn:aws:sts::${account}:assumed-role/a/session`;
    expect(reach(role("path/a"), put, granting({ AWS: session }))).toEqual(["own?"]);
    expect(reach(role("b"), put, granting({ AWS: session }))).toEqual([]);
  });

  it("denies whom it names, and no other", () => {
    const against = (Principal: unknown) => [
      stream("own", { resourcePolicy: policy(deny("kinesis:*", "*", { Principal })) }),
    ];
    const [a, b] = [role("a", { policies: everything }), role("b", { policies: everything })];
    expect(reach(a, put, against({ AWS: [a.arn, otherAccount] }))).toEqual([]);
    expect(reach(b, put, against({ AWS: [a.arn, otherAccount] }))).toEqual(["own"]);
    expect(reach(b, put, against({ AWS: account }))).toEqual([]);
    expect(reach(b, put, against({ Service: "lambda.amazonaws.com" }))).toEqual(["own"]);
  });

  it("denies all but those whom NotPrincipal lists with their account, and all that have a boundary", () => {
    const NotPrincipal = { AWS: [role("a").arn, account] };
    const resources = [stream("own", { resourcePolicy: policy(deny("kinesis:*", "*", { NotPrincipal })) })];
    expect(reach(role("a", { policies: everything }), put, resources)).toEqual(["own"]);
    const bounded = role("a", { policies: everything, boundary: policy(allow("*")) });
    expect(reach(bounded, put, resources)).toEqual([]);
  });

  it("hangs on conditions about the principal", () => {
    const Condition = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/a*" } };
    const resources = [
      stream("own", { resourcePolicy: policy(allow("kinesis:*", "*", { Principal: "*", Condition })) }),
    ];
    expect(reach(role("a1"), put, resources)).toEqual(["own"]);
    expect(reach(role("b"), put, resources)).toEqual([]);
  });

  it("grants actions without resource types only perhaps by the stream's ARN", () => {
    const resourcePolicy = policy(
      allow("kinesis:*", stream("own").arn, { Principal: { AWS: role("a").arn } }),
    );
    expect(reach(role("a"), "kinesis:UpdateShardCount", [stream("own", { resourcePolicy })])).toEqual([
      "own?",
    ]);
  });

  it("leaves everything open where it cannot be read, and SCPs above it", () => {
    const resources = [stream("own", { resourcePolicy: unreadable })];
    expect(reach(role("a"), put, resources)).toEqual(["own?"]);
    expect(reach(role("a", { policies: everything }), put, resources)).toEqual(["own?"]);
    expect(reach(role("a", { scps: [[]] }), put, resources)).toEqual([]);
  });
});

describe("between accounts", () => {
  const foreign = { accountId: otherAccount };

  it("both sides have to allow, however the stream's policy names the caller", () => {
    const caller = role("a", { policies: everything });
    for (const AWS of [caller.arn, account, "*"])
      expect(reach(caller, put, granting({ AWS }, foreign))).toEqual(["own"]);
    expect(reach(role("a"), put, granting({ AWS: role("a").arn }, foreign))).toEqual([]);
    expect(reach(caller, put, [stream("own", foreign)])).toEqual([]);
    const boundary = policy(allow("s3:*"));
    expect(reach(user("a", { policies: everything, boundary }), put, granting("*", foreign))).toEqual([]);
  });
});

describe("keys and roles", () => {
  const key = (rest: Partial<AccessResource> = {}): AccessResource => ({
    arn: `arn:aws:kms:eu-west-1:${account}:key/k`,
    kind: "key",
    accountId: account,
    region: "eu-west-1",
    ...rest,
  });
  const keyFor = (Principal: unknown, rest: Partial<AccessResource> = {}) => [
    key({ resourcePolicy: policy(allow("kms:*", "*", { Principal })), ...rest }),
  ];
  const decrypt = "kms:Decrypt";
  const caller = role("a", { policies: everything });

  it("have to allow by their own policy, or hand the account the right to", () => {
    expect(reach(caller, decrypt, [key()])).toEqual([]);
    expect(reach(caller, decrypt, keyFor({ AWS: account }))).toEqual(["k"]);
    expect(reach(role("a"), decrypt, keyFor({ AWS: account }))).toEqual([]);
    expect(reach(role("a"), decrypt, keyFor({ AWS: role("a").arn }))).toEqual(["k"]);
  });

  it("are all that their actions reach, whatever a stream's policy grants the account", () => {
    const odd = stream("own", { resourcePolicy: policy(allow("*", "*", { Principal: { AWS: account } })) });
    expect(reach(caller, decrypt, [...keyFor({ AWS: account }), odd])).toEqual(["k"]);
  });

  it("a role is assumed by whom its trust policy names, without a Resource", () => {
    const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: role("a").arn } };
    const target: AccessResource = {
      arn: role("target").arn,
      kind: "role",
      accountId: account,
      resourcePolicy: policy(trust),
    };
    expect(reach(role("a"), "sts:AssumeRole", [target])).toEqual(["target"]);
    expect(reach(caller, "sts:AssumeRole", [{ ...target, resourcePolicy: policy() }])).toEqual([]);
  });

  it("RCPs deny at keys of members, but not at AWS's, for service-linked roles or in the management account", () => {
    const rcps = [[policy(deny("kms:*", "*", { Principal: "*" }), allow("*", "*", { Principal: "*" }))]];
    const everybody = keyFor("*", { rcps });
    expect(reach(caller, decrypt, everybody)).toEqual([]);
    expect(reach(caller, "kms:RetireGrant", everybody)).toEqual(["k"]);
    expect(reach(caller, decrypt, keyFor("*", { rcps, isAwsManagedKey: true }))).toEqual(["k"]);
    expect(reach(role("aws-service-role/x"), decrypt, everybody)).toEqual(["k"]);
    expect(reach(role("a", { managementAccountId: account }), decrypt, everybody)).toEqual(["k"]);
    expect(reach(caller, decrypt, keyFor("*", { rcps: [[unreadable]] }))).toEqual(["k?"]);
  });

  it("RCPs grant nothing", () => {
    const rcps = [[policy(allow("*", "*", { Principal: "*" }))]];
    expect(reach(caller, decrypt, keyFor({ AWS: otherAccount }, { rcps }))).toEqual([]);
  });

  it("RCPs leave streams alone", () => {
    const rcps = [[policy(deny("*", "*", { Principal: "*" }))]];
    expect(reach(caller, put, [stream("own", { rcps })])).toEqual(["own"]);
  });
});
