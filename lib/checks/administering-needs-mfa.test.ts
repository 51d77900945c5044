import { describe, expect, it } from "vitest";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import {
  administratorAccessArn,
  buildAdministratorAccess,
  buildInventory,
  buildRole,
  buildUser,
  documentOf,
  trustOf,
} from "@/lib/model/test-iam";
import { accountId, denied, deniedGap, read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { buildStream } from "@/lib/model/test-stream";
import { administeringNeedsMfa } from "@/lib/checks/administering-needs-mfa";
import { verdictOf } from "@/lib/checks/test-verdicts";

const orders = buildStream();
const withMfa = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
const deletes = { Action: "kinesis:DeleteStream", Resource: orders.arn };
const shares = { Action: "kinesis:PutResourcePolicy", Resource: orders.arn };
const inline = (...statements: object[]) => [{ name: "own", document: documentOf(...statements) }];
const anna = (...statements: object[]) => buildUser({ inlinePolicies: inline(...statements) });
const admin = (trustPolicy: string, ...statements: object[]) =>
  buildRole({ name: "admin", inlinePolicies: inline(...statements), trustPolicy });
const trustInAccount = (Condition?: object) =>
  documentOf({ Principal: { AWS: accountId }, Action: "sts:AssumeRole", ...(Condition && { Condition }) });
const assumes = { Action: "sts:AssumeRole", Resource: "*" };

function verdictOn(inventory: Partial<IamInventory>, region: Partial<RegionSnapshot> = {}) {
  const iam = read(buildInventory({ roles: [], managedPolicies: [], ...inventory }));
  return verdictOf(administeringNeedsMfa, {
    account: { iam, regions: [buildRegion({ streams: read([orders]), ...region })] },
  });
}

describe("a user that administers or shares without MFA fails", () => {
  it.each([deletes, shares])("by a grant of its own: $Action", (statement) => {
    expect(verdictOn({ users: [anna(statement)] })).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: "IAM user anna can administer or share streams without MFA.",
      causes: [{ kind: "principal", id: anna().arn, principals: [anna().arn] }],
    });
  });

  it("by a role that it can become", () => {
    const role = admin(trustInAccount(), deletes);
    expect(verdictOn({ users: [anna(assumes)], roles: [role] })).toMatchObject({
      status: "fail",
      evidence: "IAM user anna can become role admin, which administers or shares streams, without MFA.",
      causes: [{ id: `${anna().arn} as ${role.arn}` }],
    });
  });

  it("by a Deny that leaves access keys alone", () => {
    const deny = {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
    };
    expect(verdictOn({ users: [anna(deletes, deny)] }).status).toBe("fail");
  });

  it("by a Deny that leaves the console alone", () => {
    const deny = {
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { Null: { "aws:MultiFactorAuthPresent": "true" } },
    };
    expect(verdictOn({ users: [anna(deletes, deny)] }).status).toBe("fail");
  });
});

describe("MFA passes", () => {
  it("on the grant", () => {
    expect(verdictOn({ users: [anna({ ...deletes, Condition: withMfa })] })).toMatchObject({
      status: "pass",
      evidence: "1 IAM user can administer or share the stream, with MFA only.",
    });
  });

  it("on the trust, on the grant to assume the role, and on what the role may do", () => {
    const users = [anna(assumes)];
    expect(verdictOn({ users, roles: [admin(trustInAccount(withMfa), deletes)] }).status).toBe("pass");
    const roles = [admin(trustInAccount(), deletes)];
    expect(verdictOn({ users: [anna({ ...assumes, Condition: withMfa })], roles }).status).toBe("pass");
    const guarded = [admin(trustInAccount(), { ...deletes, Condition: withMfa })];
    expect(verdictOn({ users, roles: guarded }).status).toBe("pass");
  });

  it("as its age, on the grant", () => {
    const recent = { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } };
    expect(verdictOn({ users: [anna({ ...deletes, Condition: recent })] }).status).toBe("pass");
  });

  it("in a Deny of everything without it", () => {
    const Condition = { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } };
    const deny = { Effect: "Deny", NotAction: "iam:*", Resource: "*", Condition };
    expect(verdictOn({ users: [anna(deletes, deny)] }).status).toBe("pass");
  });
});

describe("it is not applicable", () => {
  it("where only federation and services administer", () => {
    expect(verdictOn({ users: [anna(assumes)], roles: [admin(trustOf(), deletes)] })).toMatchObject({
      status: "not-applicable",
      evidence: expect.stringContaining("decided at the identity provider"),
    });
  });

  it("where a user only reads, writes or reshards", () => {
    const uses = { Action: ["kinesis:Get*", "kinesis:PutRecord", "kinesis:SplitShard"], Resource: "*" };
    expect(verdictOn({ users: [anna(uses)] }).status).toBe("not-applicable");
  });

  it("where the users are administrators, who are listed apart", () => {
    const users = [buildUser({ attachedPolicyArns: [administratorAccessArn] })];
    expect(verdictOn({ users, managedPolicies: [buildAdministratorAccess()] })).toMatchObject({
      status: "not-applicable",
      evidence: expect.stringContaining("Left aside: 1 administrator of the account (KDS-LP-01)."),
    });
  });
});

describe("it does not guess", () => {
  it("what a document that cannot be read allows", () => {
    const users = [buildUser({ inlinePolicies: [{ name: "own", document: "{" }] })];
    expect(verdictOn({ users })).toMatchObject({ status: "unknown", gaps: [{ reason: "malformed" }] });
  });

  it("who may assume a role whose trust policy cannot be read", () => {
    expect(verdictOn({ users: [anna(assumes)], roles: [admin("{", deletes)] })).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "malformed", resource: admin("{").arn }],
    });
  });

  it("what the stream's policy says", () => {
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    expect(verdictOn({}, { streams: read([{ ...orders, resourcePolicy }]) })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("kinesis:GetResourcePolicy")],
    });
  });
});
