import { describe, expect, it } from "vitest";
import type { IamInventory, IamRole } from "@/lib/model/iam-inventory";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import {
  administratorAccessArn,
  buildAdministratorAccess,
  buildGroup,
  buildInventory,
  buildManagedPolicy,
  buildRole,
  buildUser,
  documentOf,
  trustOf,
} from "@/lib/model/test-iam";
import { accountId, denied, deniedGap, read } from "@/lib/model/test-place";
import { noPolicyAllowsEverything } from "@/lib/checks/no-policy-allows-everything";
import { verdictOf } from "@/lib/checks/test-verdicts";

const everything = { Action: "*", Resource: "*" };

function verdictOn(inventory: Partial<IamInventory>, account: Partial<AccountSnapshot> = {}) {
  return verdictOf(noPolicyAllowsEverything, {
    account: { iam: read(buildInventory(inventory)), ...account },
  });
}

/** A role with one inline policy. */
function withInline(...statements: object[]) {
  const inlinePolicies = [{ name: "x", document: documentOf(...statements) }];
  return verdictOn({ roles: [buildRole({ inlinePolicies })] });
}

/** Roles with AWS's AdministratorAccess. */
function administrators(roles: Partial<IamRole>[], account: Partial<AccountSnapshot> = {}) {
  const attached = roles.map((role) => buildRole({ attachedPolicyArns: [administratorAccessArn], ...role }));
  return verdictOn({ roles: attached, managedPolicies: [buildAdministratorAccess()] }, account);
}

describe("a policy that allows everything fails", () => {
  it.each([
    everything,
    { Action: ["s3:GetObject", "*:*"], Resource: ["arn:aws:s3:::x", "*"] },
    { Action: "*", Resource: "arn:aws:*" },
    { NotAction: "iam:CreateUser", Resource: "*" },
    { NotAction: [], Resource: "*" },
  ])("as %j", (statement) => {
    const role = buildRole();
    const id = `${role.arn}#inline/x`;
    expect(withInline({ Action: "s3:GetObject", Resource: "*" }, statement)).toMatchObject({
      status: "fail",
      severity: "critical",
      subject: { scope: "account", accountId, id: accountId },
      evidence:
        "The inline policy x of role producer allows every action on every resource; 1 principal holds it, not accounted for: role producer.",
      causes: [{ kind: "policy", id, document: { policyId: id, statements: [1] }, principals: [role.arn] }],
    });
  });

  it("under a condition too, and says under which", () => {
    const mfa = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    expect(withInline({ ...everything, Condition: mfa }).evidence).toContain(
      "every resource, under the condition Bool aws:MultiFactorAuthPresent; 1 principal",
    );
    expect(withInline({ ...everything, Condition: mfa }, everything)).toMatchObject({
      evidence: expect.not.stringContaining("condition"),
      causes: [{ document: { statements: [0, 1] } }],
    });
  });

  it("attached to a user, a group without members or a role, as one cause with all its holders", () => {
    const policy = buildManagedPolicy({ name: "everything", document: documentOf(everything) });
    const attached = { attachedPolicyArns: [policy.arn] };
    const verdict = verdictOn({
      users: [buildUser(attached)],
      groups: [buildGroup(attached)],
      roles: [buildRole(attached), buildRole({ ...attached, name: "consumer" })],
      managedPolicies: [policy],
    });
    expect(verdict.causes).toMatchObject([
      {
        id: policy.arn,
        severity: "critical",
        label:
          "Policy everything allows every action on every resource; 4 principals hold it, not accounted for: user anna, group developers, role producer and 1 more.",
        principals: ["user/anna", "group/developers", "role/producer", "role/consumer"].map(
          (name) => `arn:aws:iam::${accountId}:${name}`,
        ),
      },
    ]);
  });
});

describe("a narrower policy passes", () => {
  it.each([
    { Action: "kinesis:*", Resource: "*" },
    { Action: "*", Resource: "arn:aws:kinesis:*" },
    { NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
    { NotAction: "*", Resource: "*" },
    { NotAction: "iam:CreateUser", Resource: "arn:aws:s3:::x" },
    { Action: "*", NotResource: "arn:aws:s3:::x" },
    { Action: "*" },
    { Effect: "Deny", ...everything },
  ])("as %j", (statement) => {
    expect(withInline(statement)).toMatchObject({
      status: "pass",
      evidence: "None of the 1 attached policies allows every action on every resource.",
    });
  });
});

it("passes an account where nothing is attached, and says so", () => {
  expect(verdictOn({ roles: [buildRole()] })).toMatchObject({
    status: "pass",
    evidence: "None: no policy is attached to any user, group or role.",
  });
});

describe("it does not look at", () => {
  it("a policy that is only a boundary", () => {
    const roles = [buildRole({ boundaryArn: administratorAccessArn })];
    expect(verdictOn({ roles, managedPolicies: [buildAdministratorAccess()] }).status).toBe("pass");
  });

  it("a policy that nobody holds", () => {
    expect(verdictOn({ managedPolicies: [buildManagedPolicy(), buildAdministratorAccess()] }).status).toBe(
      "pass",
    );
  });

  it("a service-linked role", () => {
    expect(administrators([{ path: "/aws-service-role/x.amazonaws.com/" }]).status).toBe("pass");
  });

  it("a boundary that would narrow a holder", () => {
    expect(administrators([{ boundaryArn: buildManagedPolicy().arn }]).status).toBe("fail");
  });
});

const cloudFormation = { name: "cfn", trustPolicy: trustOf({ Service: "cloudformation.amazonaws.com" }) };

describe("a document that is not understood", () => {
  const brokenPolicy = buildManagedPolicy({
    name: "broken",
    document: '{"Statement":[{"Effect":"Allow","Acton":"*"}]}',
  });
  const broken = buildRole({ name: "odd", attachedPolicyArns: [brokenPolicy.arn] });
  const gap = {
    action: "iam:GetAccountAuthorizationDetails",
    reason: "malformed",
    resource: brokenPolicy.arn,
    message: 'Policy broken cannot be read: line 1, column 33: Statement[0]: unknown element "Acton".',
  };

  it("makes the verdict unknown, and is named with its place", () => {
    expect(verdictOn({ roles: [broken], managedPolicies: [brokenPolicy] })).toMatchObject({
      status: "unknown",
      severity: "critical",
      gaps: [gap],
    });
  });

  it("stands beside a proven fail, which may turn out heavier", () => {
    const roles = [broken, buildRole({ ...cloudFormation, attachedPolicyArns: [administratorAccessArn] })];
    expect(verdictOn({ roles, managedPolicies: [brokenPolicy, buildAdministratorAccess()] })).toMatchObject({
      status: "fail",
      severity: "medium",
      severityRange: { heaviest: "critical", lightest: "medium" },
      gaps: [gap],
    });
  });

  it("is none where nobody holds it", () => {
    expect(verdictOn({ managedPolicies: [buildManagedPolicy(), brokenPolicy] }).status).toBe("pass");
  });

  it("is one where IAM's answer holds none", () => {
    const { document: _, ...withoutDocument } = buildManagedPolicy();
    for (const managedPolicies of [[], [withoutDocument]])
      expect(verdictOn({ managedPolicies })).toMatchObject({
        status: "unknown",
        gaps: [
          { action: "iam:GetAccountAuthorizationDetails", reason: "empty", resource: withoutDocument.arn },
        ],
      });
  });
});

it("does not guess what IAM was not asked", () => {
  expect(
    verdictOf(noPolicyAllowsEverything, { account: { iam: denied("iam:GetAccountAuthorizationDetails") } }),
  ).toMatchObject({
    status: "unknown",
    subject: { scope: "account", id: accountId },
    gaps: [deniedGap("iam:GetAccountAuthorizationDetails")],
  });
});
