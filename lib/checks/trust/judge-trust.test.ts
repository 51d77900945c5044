import { describe, expect, it } from "vitest";
import { documentOf } from "@/lib/model/test-iam";
import {
  accountId,
  denied,
  managementAccountId,
  memberAccountId,
  organizationId,
  strangeAccountId,
} from "@/lib/model/test-place";
import { trusting, verdictOn } from "@/lib/checks/trust/test-trust";

const strangeRole = `arn:aws:iam::${strangeAccountId}:role/vendor`;
const externalId = { StringEquals: { "sts:ExternalId": "4711" } };
const unread = {
  organization: denied("organizations:DescribeOrganization"),
  organizationAccountIds: denied("organizations:ListAccounts"),
};

describe("known principals pass", () => {
  it.each([accountId, managementAccountId, memberAccountId, `arn:aws:iam::${memberAccountId}:role/reader`])(
    "%s",
    (AWS) => {
      expect(trusting({ AWS })).toMatchObject({
        status: "pass",
        severity: "critical",
        evidence: "1 role that reaches the stream can be assumed only by known principals.",
      });
    },
  );

  it("declared as known", () => {
    expect(trusting({ AWS: strangeRole }, { settings: { knownAccountIds: [strangeAccountId] } }).status).toBe(
      "pass",
    );
  });

  it("services, but for two of them", () => {
    for (const name of ["lambda", "ec2", "ecs-tasks", "pods.eks", "firehose"])
      expect(trusting({ Service: `${name}.amazonaws.com` }).status).toBe("pass");
  });

  it("by a Deny alone, which lets nobody in", () => {
    expect(verdictOn(documentOf({ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" })).status).toBe(
      "pass",
    );
  });
});

describe("everybody", () => {
  it.each([
    undefined,
    externalId,
    { StringEquals: { "aws:SourceVpce": "vpce-1" } },
    { StringLike: { "aws:PrincipalOrgID": "o-*" } },
  ])("is critical, with the condition %j", (condition) => {
    expect(trusting("*", condition ? { condition } : {})).toMatchObject({
      status: "fail",
      severity: condition && "StringLike" in condition ? "high" : "critical",
    });
  });

  it("is critical by NotPrincipal", () => {
    const trust = documentOf({ NotPrincipal: { AWS: accountId }, Action: "sts:AssumeRole" });
    expect(verdictOn(trust)).toMatchObject({
      status: "fail",
      severity: "critical",
      evidence: "Role producer can be assumed by everybody (Principal *).",
      causes: [{ kind: "trust", document: { statements: [0] } }],
    });
  });

  it.each([
    { StringEquals: { "aws:PrincipalOrgID": organizationId } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": `${organizationId}/r-a1b2/*` } },
    { StringEquals: { "aws:PrincipalAccount": [accountId, memberAccountId] } },
    { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${accountId}:role/deploy-*` } },
  ])("passes, bounded by %j", (condition) => {
    expect(trusting("*", { condition }).status).toBe("pass");
  });

  it("passes, bounded by a Deny of everybody outside the organization", () => {
    const deny = { StringNotEquals: { "aws:PrincipalOrgID": organizationId } };
    expect(trusting("*", { deny }).status).toBe("pass");
  });

  it.each([
    { StringEquals: { "aws:PrincipalOrgID": "o-stranger00" } },
    { StringEquals: { "aws:PrincipalAccount": strangeAccountId } },
  ])("is high, bounded to strangers by %j", (condition) => {
    expect(trusting("*", { condition })).toMatchObject({ status: "fail", severity: "high" });
  });
});

describe("an account that is not known is high", () => {
  it.each([undefined, externalId])("with or without an external id: %j", (condition) => {
    expect(trusting({ AWS: strangeRole }, condition ? { condition } : {})).toMatchObject({
      status: "fail",
      severity: "high",
      evidence: `Role producer can be assumed by ${strangeRole}, of an account that is not known.`,
    });
  });

  it("and unknown while the organization is unreadable", () => {
    expect(trusting({ AWS: strangeAccountId }, { account: unread })).toMatchObject({
      status: "unknown",
      severity: "critical",
      gaps: [{ action: "organizations:ListAccounts", resource: strangeAccountId }],
    });
  });

  it("but not where the trust asks for the organization", () => {
    const condition = { StringEquals: { "aws:PrincipalOrgID": organizationId } };
    expect(trusting({ AWS: strangeAccountId }, { condition }).status).toBe("pass");
    expect(trusting({ AWS: strangeAccountId }, { condition, account: unread }).status).toBe("unknown");
    const settings = { knownAccountIds: [memberAccountId] };
    expect(trusting({ AWS: strangeAccountId }, { condition, account: unread, settings }).status).toBe(
      "unknown",
    );
  });
});

describe("a declared third party", () => {
  const settings = { thirdPartyAccountIds: [strangeAccountId] };

  it("is medium without an external id", () => {
    expect(trusting({ AWS: strangeRole }, { settings })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: `Role producer can be assumed by the third party ${strangeAccountId} without an external id.`,
    });
    const any = { StringLike: { "sts:ExternalId": "*" } };
    expect(trusting({ AWS: strangeRole }, { settings, condition: any }).status).toBe("fail");
  });

  it("passes with one", () => {
    expect(trusting({ AWS: strangeRole }, { settings, condition: externalId }).status).toBe("pass");
  });
});

it("is low for a user or role that was deleted", () => {
  expect(trusting({ AWS: "AROAEXAMPLEDELETED001" })).toMatchObject({
    status: "fail",
    severity: "low",
    evidence:
      "Role producer can be assumed still by a user or role that was deleted (AROAEXAMPLEDELETED001).",
  });
});

it("is one cause for each that is named, with all its statements, the heaviest deciding", () => {
  const trust = documentOf(
    { Principal: { AWS: [strangeRole, "AROAEXAMPLEDELETED001"] }, Action: "sts:AssumeRole" },
    { Principal: { AWS: strangeRole }, Action: "sts:AssumeRole", Condition: externalId },
  );
  expect(verdictOn(trust)).toMatchObject({
    severity: "high",
    causes: [
      {
        id: expect.stringContaining(`#trust ${strangeRole}`),
        severity: "high",
        document: { statements: [0, 1] },
      },
      { severity: "low", document: { statements: [0] } },
    ],
  });
});

it("weighs what is heaviest of one that is named twice", () => {
  const statement = { Principal: "*", Action: "sts:AssumeRole" };
  const toStrangers = {
    ...statement,
    Condition: { StringEquals: { "aws:PrincipalAccount": strangeAccountId } },
  };
  for (const statements of [
    [toStrangers, statement],
    [statement, toStrangers],
  ])
    expect(verdictOn(documentOf(...statements)).causes).toMatchObject([
      { severity: "critical", label: "Role producer can be assumed by everybody (Principal *)." },
    ]);
});

it("does not count statements about tags of sessions alone", () => {
  expect(trusting({ AWS: strangeRole }, { action: "sts:TagSession" }).status).toBe("pass");
  expect(trusting({ AWS: strangeRole }, { action: "sts:*" }).status).toBe("fail");
});
