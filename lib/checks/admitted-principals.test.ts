import { describe, expect, it } from "vitest";
import type { AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { documentOf } from "@/lib/model/test-iam";
import {
  accountId,
  denied,
  memberAccountId,
  organizationId,
  read,
  strangeAccountId,
} from "@/lib/model/test-place";
import { buildStream, streamArn } from "@/lib/model/test-stream";
import { streamPolicyAdmitsKnownAccounts } from "@/lib/checks/stream-policy-admits-known-accounts";
import { verdictOf } from "@/lib/checks/test-verdicts";

const readers = { Action: "kinesis:GetRecords", Resource: streamArn };
const strangeRole = `arn:aws:iam::${strangeAccountId}:role/reader`;

interface Change {
  readonly stream?: Partial<Stream>;
  readonly account?: Partial<AccountSnapshot>;
  readonly settings?: Partial<AuditSettings>;
}

function verdictOn({ stream, account = {}, settings = {} }: Change) {
  return verdictOf(streamPolicyAdmitsKnownAccounts, {
    region: { streams: read([buildStream(stream)]) },
    account,
    settings,
  });
}

function admitting(principal: object | string | undefined, change: Change = {}, condition?: object) {
  const text = documentOf({ ...readers, Principal: principal, Condition: condition });
  return verdictOn({ ...change, stream: { resourcePolicy: read(text, "kinesis:GetResourcePolicy") } });
}

const unreadOrganization = {
  organization: denied("organizations:DescribeOrganization"),
  organizationAccountIds: denied("organizations:ListAccounts"),
};
const unreadAccounts = { organizationAccountIds: denied("organizations:ListAccounts") };
const noOrganization = {
  organization: read(null),
  organizationAccountIds: denied("organizations:ListAccounts"),
};

describe("everybody is critical", () => {
  it.each(["*", { AWS: "*" }, { AWS: [accountId, "*"] }])("as %j", (principal) => {
    expect(admitting(principal)).toMatchObject({
      status: "fail",
      severity: "critical",
      evidence: "The policy of orders admits everybody.",
    });
  });

  it("even while the organization is unreadable", () => {
    expect(admitting("*", { account: unreadOrganization }).status).toBe("fail");
  });

  it("as an Allow with NotPrincipal", () => {
    const text = documentOf({ ...readers, NotPrincipal: { AWS: accountId } });
    expect(verdictOn({ stream: { resourcePolicy: read(text) } })).toMatchObject({
      status: "fail",
      severity: "critical",
    });
  });
});

describe("bounded by aws:PrincipalOrgID", () => {
  const own = { StringEquals: { "aws:PrincipalOrgID": organizationId } };
  const paths = { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [`${organizationId}/r-1/*`] } };

  it.each([own, paths])("to one's own organization everybody passes: %j", (condition) => {
    expect(admitting("*", {}, condition).status).toBe("pass");
    expect(admitting({ AWS: strangeRole }, {}, condition).status).toBe("pass");
  });

  it.each([
    { StringEquals: { "aws:PrincipalOrgID": "o-other" } },
    { StringEquals: { "aws:PrincipalOrgID": [organizationId, "o-other"] } },
    { StringLike: { "aws:PrincipalOrgID": "*" } },
    { StringNotEquals: { "aws:PrincipalOrgID": organizationId } },
    { StringEqualsIfExists: { "aws:PrincipalOrgID": organizationId } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-other/r-1/*"] } },
    { StringEquals: { "aws:PrincipalTag/team": "a" } },
  ])("%j does not help", (condition) => {
    expect(admitting("*", {}, condition)).toMatchObject({ status: "fail", severity: "critical" });
    expect(admitting({ AWS: strangeRole }, {}, condition)).toMatchObject({ status: "fail" });
  });

  it("to an organization where there is none, everybody is everybody", () => {
    expect(admitting("*", { account: noOrganization }, own).status).toBe("fail");
  });

  it("to an organization that nobody can compare, an account outside is unknown", () => {
    const account = { organization: denied("organizations:DescribeOrganization") };
    expect(admitting({ AWS: strangeRole }, { account }, own)).toMatchObject({ status: "unknown" });
    expect(admitting({ AWS: strangeRole }, { account })).toMatchObject({ status: "fail" });
  });

  it("to an organization that nobody can compare, everybody is unknown", () => {
    expect(admitting("*", { account: unreadOrganization }, own)).toMatchObject({
      status: "unknown",
      gaps: [
        { action: "organizations:DescribeOrganization", message: expect.stringContaining(organizationId) },
      ],
    });
  });

  it("a known account passes whatever the bound is", () => {
    expect(admitting({ AWS: memberAccountId }, { account: { organization: denied("x") } }, own).status).toBe(
      "pass",
    );
  });
});

describe("a deleted principal is low", () => {
  it.each(["AROAEXAMPLEROLEID1234", "AIDAEXAMPLEUSERID1234"])("%s", (uniqueId) => {
    expect(admitting({ AWS: uniqueId })).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: "The policy of orders still names a user or role that was deleted.",
    });
  });

  it("but may turn out heavier where another is unknown", () => {
    const verdict = admitting(
      { AWS: ["AROAEXAMPLEROLEID1234", strangeAccountId] },
      { account: unreadAccounts },
    );
    expect(verdict).toMatchObject({
      status: "fail",
      severity: "low",
      severityRange: { heaviest: "critical", lightest: "low" },
    });
    expect(verdict.gaps).toHaveLength(1);
  });
});
