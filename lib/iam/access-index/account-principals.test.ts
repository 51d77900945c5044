import { describe, expect, it } from "vitest";
import type { AccessPrincipal, AccessResource } from "@/lib/iam/access-index/access-input";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import {
  account,
  actions,
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

const put = "kinesis:PutRecord";
const foreign = { accountId: otherAccount };

/** Whoever it is of an account. */
function anyoneOf(accountId: string, rest: Partial<AccessPrincipal> = {}): AccessPrincipal {
  return role("x", { arn: `arn:aws:iam::${accountId}:root`, accountId, ...rest });
}

function own(...statements: readonly object[]): AccessResource[] {
  return [stream("own", { resourcePolicy: policy(...statements) })];
}

const granting = (Principal: unknown, rest: object = {}) =>
  own(allow("kinesis:*", "*", { Principal, ...rest }));
const when = (Condition: object) => granting("*", { Condition });

describe("whoever it is of another account", () => {
  const anyone = anyoneOf(otherAccount);

  it("may reach what is granted to the account or to everybody, as its own policies have to allow, too", () => {
    for (const AWS of [otherAccount, anyone.arn, "*", [account, otherAccount]])
      expect(reach(anyone, put, granting({ AWS }))).toEqual(["own?"]);
    expect(reach(anyone, put, granting("*"))).toEqual(["own?"]);
  });

  it("is read by the account's number as well", () => {
    expect(reach(anyoneOf(otherAccount, { arn: otherAccount }), put, granting({ AWS: anyone.arn }))).toEqual([
      "own?",
    ]);
  });

  it("is not reached by a grant to somebody by name, a session or a service", () => {
    for (const AWS of [
      role("x", foreign).arn,
      user("x", foreign).arn,
      `arn:aws:sts::${otherAccount}:assumed-role/x/session`,
      `arn:aws:sts::${otherAccount}:federated-user/x`,
      account,
    ])
      expect(reach(anyone, put, granting({ AWS }))).toEqual([]);
    expect(reach(anyone, put, granting({ Service: "lambda.amazonaws.com" }))).toEqual([]);
    expect(reach(anyone, put, [stream("own")])).toEqual([]);
  });

  it("has no policies, boundary, tags and id that somebody could know", () => {
    const told = anyoneOf(otherAccount, {
      policies: [policy(allow("*"))],
      boundary: policy(allow("s3:*")),
      tags: { team: "blue" },
      userId: "AIDAEXAMPLE",
    });
    expect(reach(told, put, granting("*"))).toEqual(["own?"]);
    expect(reach(told, put, when({ StringEquals: { "aws:PrincipalTag/team": "red" } }))).toEqual(["own?"]);
    expect(reach(told, put, when({ StringEquals: { "aws:userid": "AIDAOTHER" } }))).toEqual(["own?"]);
    expect(reach(told, put, granting({ AWS: otherAccount }))).toEqual(["own?"]);
  });

  it("may be a user and may be a role", () => {
    for (const key of ["aws:username", "aws:PrincipalType"])
      for (const value of ["User", "AssumedRole"])
        expect(reach(anyone, put, when({ StringEquals: { [key]: value } }))).toEqual(["own?"]);
    expect(reach(anyone, put, when({ Null: { "aws:username": "true" } }))).toEqual(["own?"]);
  });

  it("is of its account and its organization, and no service", () => {
    const inside = anyoneOf(otherAccount, { organizationId: "o-1" });
    expect(reach(inside, put, when({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }))).toEqual(["own?"]);
    expect(reach(inside, put, when({ StringEquals: { "aws:PrincipalOrgID": "o-2" } }))).toEqual([]);
    expect(reach(anyone, put, when({ StringEquals: { "aws:PrincipalOrgID": "o-2" } }))).toEqual(["own?"]);
    expect(reach(anyone, put, when({ StringEquals: { "aws:PrincipalAccount": account } }))).toEqual([]);
    expect(reach(anyone, put, when({ Bool: { "aws:PrincipalIsAWSService": "true" } }))).toEqual([]);
    expect(reach(anyone, put, when({ ArnLike: { "aws:SourceArn": "*" } }))).toEqual([]);
  });

  it("is kept out by a Deny of everybody or of the account, and not by one of somebody by name", () => {
    const grant = allow("kinesis:*", "*", { Principal: { AWS: otherAccount } });
    const against = (rest: object) => own(grant, deny("kinesis:*", "*", rest));
    expect(reach(anyone, put, against({ Principal: "*" }))).toEqual([]);
    expect(reach(anyone, put, against({ Principal: { AWS: otherAccount } }))).toEqual([]);
    expect(reach(anyone, put, against({ Principal: { AWS: role("x", foreign).arn } }))).toEqual(["own?"]);
    expect(reach(anyone, put, against({ NotPrincipal: { AWS: account } }))).toEqual([]);
    expect(reach(anyone, put, against({ NotPrincipal: { AWS: otherAccount } }))).toEqual(["own?"]);
  });

  it("has the ARN of nobody in another account, whatever its own is", () => {
    const [home, away] = [role("x").arn, `arn:aws:iam::${otherAccount}:role/x*`];
    const reached = (Condition: object) => reach(anyone, put, when(Condition));
    expect(reached({ ArnEquals: { "aws:PrincipalArn": home } })).toEqual([]);
    expect(reached({ StringNotLike: { "AWS:principalarn": [home, `${home}*`] } })).toEqual(["own?"]);
    expect(reached({ ArnLike: { "aws:PrincipalArn": [home, away] } })).toEqual(["own?"]);
    expect(reached({ "ForAnyValue:ArnLike": { "aws:PrincipalArn": home } })).toEqual([]);
    expect(reached({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" } })).toEqual(["own?"]);
    expect(reached({ StringLike: { "aws:PrincipalArn": `arn:*:iam::${account}:role/x` } })).toEqual(["own?"]);
    expect(reached({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::\${aws:userid}:role/x` } })).toEqual([
      "own?",
    ]);
    expect(reached({ ArnLike: { "aws:SourceIdentity": home } })).toEqual(["own?"]);
    expect(reached({ NumericEquals: { "aws:PrincipalArn": home } })).toEqual(["own?"]);
  });

  it("is kept out for sure by a Deny of all ARNs but those of the stream's account", () => {
    const grant = allow("kinesis:*", "*", { Principal: { AWS: otherAccount } });
    const lockdown = (...arns: string[]) =>
      own(
        grant,
        deny("kinesis:*", "*", {
          Principal: "*",
          Condition: { ArnNotEquals: { "aws:PrincipalArn": arns } },
        }),
      );
    expect(reach(anyone, put, lockdown(role("x").arn))).toEqual([]);
    expect(reach(anyone, put, lockdown(role("x").arn, role("x", foreign).arn))).toEqual(["own?"]);
  });

  it("shares no limit with another account's, where an SCP asks for ARNs", () => {
    const Condition = { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${otherAccount}:role/*` } };
    const scps = [[policy(allow("*", "*", { Condition }))]];
    const [one, other] = [anyoneOf(otherAccount, { scps }), anyoneOf("222233334444", { scps })];
    const index = buildAccessIndex({ principals: [one, other], resources: granting("*"), actions });
    expect([...index.holders(put, index.resources[0]?.arn ?? "")]).toEqual([
      { principalArn: one.arn, isSure: false },
    ]);
  });

  it("is bound by the SCPs of its account, where those are known", () => {
    const scps = [[policy(allow("kinesis:GetRecords"))]];
    expect(reach(anyoneOf(otherAccount, { scps }), put, granting("*"))).toEqual([]);
    expect(reach(anyoneOf(otherAccount, { scps }), "kinesis:GetRecords", granting("*"))).toEqual(["own?"]);
  });

  it("does not share an answer with a role whose policies are unknown", () => {
    const unknown = role("x", { ...foreign, policies: [unreadable] });
    const resources = granting({ AWS: unknown.arn });
    const index = buildAccessIndex({ principals: [unknown, anyone], resources, actions });
    expect([...index.holders(put, index.resources[0]?.arn ?? "")]).toEqual([
      { principalArn: unknown.arn, isSure: false },
    ]);
  });

  it("is explained by the grant to the account, and by what would settle it", () => {
    const Condition = { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } };
    const resources = granting({ AWS: otherAccount }, { Condition });
    const index = buildAccessIndex({ principals: [anyone], resources, actions });
    const [arn = ""] = index.resources.map((resource) => resource.arn);
    expect(index.explain(anyone.arn, put, arn)).toEqual({
      decision: "undetermined",
      statements: [{ policy: "test", index: 0, effect: "Allow" }],
      undeterminedKeys: ["aws:SourceIp"],
    });
  });

  it("is explained as denied where only somebody else is named", () => {
    const resources = granting({ AWS: role("x", foreign).arn });
    const index = buildAccessIndex({ principals: [anyone], resources, actions });
    const [arn = ""] = index.resources.map((resource) => resource.arn);
    expect(index.explain(anyone.arn, put, arn)).toEqual({
      decision: "implicitly-denied",
      statements: [],
      undeterminedKeys: [],
    });
  });
});

describe("whoever it is of the stream's own account", () => {
  const anyone = anyoneOf(account);

  it("may reach every stream by its own policies, and perhaps is denied what everybody is granted", () => {
    expect(reach(anyone, put, [stream("own")])).toEqual(["own?"]);
    expect(reach(anyone, put, granting("*"))).toEqual(["own?"]);
    expect(reach(anyone, put, own(deny("kinesis:*", "*", { Principal: "*" })))).toEqual([]);
  });

  it("is excepted perhaps where NotPrincipal names everybody: it may have a boundary", () => {
    const resources = own(deny("kinesis:*", "*", { NotPrincipal: "*" }));
    expect(reach(anyone, put, resources)).toEqual(["own?"]);
    const index = buildAccessIndex({ principals: [anyone], resources, actions });
    const [arn = ""] = index.resources.map((resource) => resource.arn);
    expect(index.explain(anyone.arn, put, arn).statements).toEqual([
      { policy: "test", index: 0, effect: "Deny" },
    ]);
  });
});
