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
import {
  accountId,
  denied,
  deniedGap,
  managementAccountId,
  memberAccountId,
  read,
} from "@/lib/model/test-place";
import { noPolicyAllowsEverything } from "@/lib/checks/no-policy-allows-everything";
import { verdictOf } from "@/lib/checks/test-verdicts";

const everything = { Action: "*", Resource: "*" };

function verdictOn(inventory: Partial<IamInventory>, account: Partial<AccountSnapshot> = {}) {
  return verdictOf(noPolicyAllowsEverything, {
    account: { iam: read(buildInventory(inventory)), ...account },
  });
}

/** Roles with AWS's AdministratorAccess. */
function administrators(roles: Partial<IamRole>[], account: Partial<AccountSnapshot> = {}) {
  const attached = roles.map((role) => buildRole({ attachedPolicyArns: [administratorAccessArn], ...role }));
  return verdictOn({ roles: attached, managedPolicies: [buildAdministratorAccess()] }, account);
}

const identityCenter = {
  name: "AWSReservedSSO_Admin_1",
  path: "/aws-reserved/sso.amazonaws.com/eu-central-1/",
  trustPolicy: trustOf({ Federated: `arn:aws:iam::${accountId}:saml-provider/AWSSSO_1_DO_NOT_DELETE` }),
};
const cloudFormation = { name: "cfn", trustPolicy: trustOf({ Service: "cloudformation.amazonaws.com" }) };
const management = {
  name: "OrganizationAccountAccessRole",
  trustPolicy: trustOf({ AWS: `arn:aws:iam::${managementAccountId}:root` }),
};

describe("AWS's AdministratorAccess is medium where its roles are accounted for", () => {
  it.each([
    identityCenter,
    { ...identityCenter, path: "/aws-reserved/sso.amazonaws.com/" },
    cloudFormation,
    management,
    {
      ...management,
      trustPolicy: trustOf({
        AWS: [managementAccountId, `arn:aws:iam::${managementAccountId}:role/break-glass`],
      }),
    },
  ])("role $name", (role) => {
    const verdict = administrators([role]);
    expect(verdict).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence:
        "Policy AdministratorAccess allows every action on every resource; 1 principal holds it, accounted for by trust.",
      gaps: [],
    });
    expect(verdict).not.toHaveProperty("severityRange");
  });

  it("all of them: one that is not makes it critical, and is named", () => {
    const verdict = administrators([identityCenter, cloudFormation, { name: "ci" }]);
    expect(verdict).toMatchObject({
      severity: "critical",
      evidence: expect.stringMatching(/3 principals hold it, not accounted for: role ci\.$/),
    });
    expect(verdict.causes).toHaveLength(1);
  });

  it("in China too", () => {
    const arn = administratorAccessArn.replace("arn:aws:", "arn:aws-cn:");
    const roles = [buildRole({ ...cloudFormation, attachedPolicyArns: [arn] })];
    expect(verdictOn({ roles, managedPolicies: [{ ...buildAdministratorAccess(), arn }] }).severity).toBe(
      "medium",
    );
  });
});

describe("it stays critical", () => {
  it.each([
    {
      why: "a provider that only looks like Identity Center's",
      role: {
        ...identityCenter,
        trustPolicy: trustOf({ Federated: `arn:aws:iam::${accountId}:saml-provider/AWSSSO_1` }),
      },
    },
    {
      why: "Identity Center's path without its provider",
      role: {
        ...identityCenter,
        trustPolicy: trustOf({ Federated: `arn:aws:iam::${accountId}:saml-provider/corp` }),
      },
    },
    { why: "Identity Center's provider outside its path", role: { ...identityCenter, path: "/" } },
    { why: "another service", role: { trustPolicy: trustOf({ Service: "ec2.amazonaws.com" }) } },
    {
      why: "CloudFormation and another service",
      role: { trustPolicy: trustOf({ Service: ["cloudformation.amazonaws.com", "ec2.amazonaws.com"] }) },
    },
    {
      why: "CloudFormation and the management account",
      role: {
        trustPolicy: documentOf({
          Principal: { Service: "cloudformation.amazonaws.com", AWS: managementAccountId },
          Action: "sts:AssumeRole",
        }),
      },
    },
    { why: "another account of the organization", role: { trustPolicy: trustOf({ AWS: memberAccountId }) } },
    { why: "this account", role: { trustPolicy: trustOf({ AWS: accountId }) } },
    {
      why: "the management account and another",
      role: { trustPolicy: trustOf({ AWS: [managementAccountId, memberAccountId] }) },
    },
    { why: "everybody", role: { trustPolicy: trustOf({ AWS: "*" }) } },
    {
      why: "everybody but some",
      role: { trustPolicy: documentOf({ NotPrincipal: { AWS: accountId }, Action: "sts:AssumeRole" }) },
    },
    {
      why: "CloudFormation, and everybody but some",
      role: {
        trustPolicy: documentOf(
          { Principal: { Service: "cloudformation.amazonaws.com" }, Action: "sts:AssumeRole" },
          { NotPrincipal: { AWS: accountId }, Action: "sts:AssumeRole" },
        ),
      },
    },
    { why: "nobody", role: { trustPolicy: documentOf() } },
    {
      why: "CloudFormation, which is denied",
      role: {
        trustPolicy: documentOf({
          Effect: "Deny",
          Principal: { Service: "cloudformation.amazonaws.com" },
          Action: "sts:AssumeRole",
        }),
      },
    },
  ])("for a role that trusts $why", ({ role }) => {
    const verdict = administrators([role]);
    expect(verdict).toMatchObject({ status: "fail", severity: "critical", gaps: [] });
    expect(verdict).not.toHaveProperty("severityRange");
  });

  it("for a Deny beside the trust in CloudFormation it does not", () => {
    const deny = { Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" };
    const trustPolicy = documentOf(
      { Principal: { Service: "cloudformation.amazonaws.com" }, Action: "sts:AssumeRole" },
      deny,
    );
    expect(administrators([{ trustPolicy }]).severity).toBe("medium");
  });

  it("for a user, a group, or a document that a customer wrote", () => {
    const attached = { attachedPolicyArns: [administratorAccessArn] };
    const managedPolicies = [buildAdministratorAccess()];
    expect(verdictOn({ users: [buildUser(attached)], managedPolicies }).severity).toBe("critical");
    expect(verdictOn({ groups: [buildGroup(attached)], managedPolicies }).severity).toBe("critical");
    const own = buildManagedPolicy({ name: "AdministratorAccess", document: documentOf(everything) });
    const roles = [buildRole({ ...cloudFormation, attachedPolicyArns: [own.arn] })];
    expect(verdictOn({ roles, managedPolicies: [own] }).severity).toBe("critical");
  });

  it("in the management account for a role that the account itself trusts", () => {
    const organization = read({ id: "o-1", arn: "arn", managementAccountId: accountId });
    expect(administrators([{ trustPolicy: trustOf({ AWS: accountId }) }], { organization }).severity).toBe(
      "critical",
    );
  });

  it("for a role that trusts another account where there is no organization", () => {
    const verdict = administrators([management], { organization: read(null) });
    expect(verdict).toMatchObject({ severity: "critical", gaps: [] });
  });
});

describe("where the fact that decides is unreadable, both ends are given", () => {
  const bothEnds = { heaviest: "critical", lightest: "medium" };

  it("for an account that may be the management account", () => {
    expect(
      administrators([management], { organization: denied("organizations:DescribeOrganization") }),
    ).toMatchObject({
      status: "fail",
      severity: "critical",
      severityRange: bothEnds,
      gaps: [deniedGap("organizations:DescribeOrganization")],
    });
  });

  it("for a trust policy that is not understood", () => {
    expect(administrators([{ name: "odd", trustPolicy: "{}" }])).toMatchObject({
      status: "fail",
      severityRange: bothEnds,
      gaps: [
        {
          reason: "malformed",
          message: expect.stringMatching(/^The trust policy of role odd cannot be read: /),
        },
      ],
    });
  });

  it("but not where another holder is critical for certain", () => {
    const verdict = administrators([management, { name: "ci" }], { organization: denied("x") });
    expect(verdict).not.toHaveProperty("severityRange");
    expect(verdict.gaps).toEqual([deniedGap("x")]);
  });
});
