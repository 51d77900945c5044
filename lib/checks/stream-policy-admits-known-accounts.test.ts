import { describe, expect, it } from "vitest";
import type { AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { documentOf } from "@/lib/model/test-iam";
import {
  accountId,
  denied,
  deniedGap,
  managementAccountId,
  memberAccountId,
  read,
  strangeAccountId,
} from "@/lib/model/test-place";
import { buildConsumer, buildStream, streamArn } from "@/lib/model/test-stream";
import { streamPolicyAdmitsKnownAccounts } from "@/lib/checks/stream-policy-admits-known-accounts";
import { verdictOf } from "@/lib/checks/test-verdicts";

const readers = { Action: "kinesis:GetRecords", Resource: streamArn };
const strangeRole = `arn:aws:iam::${strangeAccountId}:role/reader`;
const policyIdOfStream = `${streamArn}#policy`;

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

it("passes a stream without a resource policy", () => {
  expect(verdictOn({ stream: { consumers: read([buildConsumer()]) } })).toMatchObject({
    status: "pass",
    evidence: "No resource policy is attached to orders or its consumers.",
  });
});

describe("a known account passes", () => {
  it.each([accountId, managementAccountId, memberAccountId])(
    "%s, as account, user, role and session",
    (known) => {
      for (const arn of [
        known,
        `arn:aws:iam::${known}:root`,
        `arn:aws:iam::${known}:role/a/b`,
        `arn:aws:sts::${known}:assumed-role/a/b`,
      ])
        expect(admitting({ AWS: arn }).status).toBe("pass");
    },
  );

  it("by the settings", () => {
    expect(
      admitting({ AWS: strangeRole }, { settings: { knownAccountIds: [strangeAccountId] } }),
    ).toMatchObject({
      status: "pass",
      evidence: "The 1 resource policies of orders and its consumers admit known accounts only.",
    });
  });

  it("as the management account, though the organization's accounts were not read", () => {
    expect(admitting({ AWS: managementAccountId }, { account: unreadAccounts }).status).toBe("pass");
  });
});

describe("an account that is proven outside is critical", () => {
  it.each([
    { account: {}, settings: {}, why: "the organization's accounts were read" },
    { account: noOrganization, settings: {}, why: "AWS says that there is no organization" },
    {
      account: unreadOrganization,
      settings: { knownAccountIds: [] },
      why: "a list of known accounts is set",
    },
  ])("because $why", ({ account, settings }) => {
    expect(admitting({ AWS: strangeRole }, { account, settings })).toMatchObject({
      status: "fail",
      severity: "critical",
      evidence: `The policy of orders admits ${strangeRole}, of account ${strangeAccountId}, which is not known.`,
      causes: [
        {
          kind: "statement",
          id: `${policyIdOfStream}#${strangeRole}`,
          document: { policyId: policyIdOfStream, statements: [0] },
          principals: [strangeRole],
        },
      ],
    });
  });

  it("as a whole", () => {
    expect(admitting({ AWS: strangeAccountId }).evidence).toBe(
      `The policy of orders admits the whole account ${strangeAccountId}, which is not known.`,
    );
  });

  it("by the policy of a consumer", () => {
    const policy = documentOf({
      Action: "kinesis:SubscribeToShard",
      Resource: "*",
      Principal: { AWS: strangeRole },
    });
    const consumer = buildConsumer({ resourcePolicy: read(policy) });
    expect(verdictOn({ stream: { consumers: read([consumer]) } })).toMatchObject({
      status: "fail",
      evidence: expect.stringMatching(/^The policy of consumer billing of orders admits /),
      causes: [{ id: `${consumer.arn}#policy#${strangeRole}` }],
    });
  });

  it("once a principal, with all its statements", () => {
    const statement = { ...readers, Principal: { AWS: strangeRole } };
    const other = { ...readers, Principal: { AWS: [accountId, strangeAccountId] } };
    const text = documentOf(statement, other, statement);
    expect(verdictOn({ stream: { resourcePolicy: read(text) } }).causes).toMatchObject([
      { principals: [strangeRole], document: { statements: [0, 2] } },
      { principals: [strangeAccountId], document: { statements: [1] } },
    ]);
  });
});

describe("an account not known while the organization is unreadable is unknown", () => {
  it.each([unreadOrganization, unreadAccounts])("with %j", (account) => {
    expect(admitting({ AWS: strangeRole }, { account })).toMatchObject({
      status: "unknown",
      severity: "critical",
      gaps: [
        {
          action: "organizations:ListAccounts",
          resource: strangeAccountId,
          message: expect.stringContaining("declare it as known in the settings if it is"),
        },
      ],
    });
  });
});

it("does not count Deny statements", () => {
  const text = documentOf({ ...readers, Effect: "Deny", Principal: "*" });
  expect(verdictOn({ stream: { resourcePolicy: read(text) } }).status).toBe("pass");
});

describe("it does not guess", () => {
  it.each([
    { principal: { Service: "firehose.amazonaws.com" }, names: "Service firehose.amazonaws.com" },
    { principal: { Federated: "accounts.google.com" }, names: "Federated accounts.google.com" },
    { principal: { AWS: "arn:aws:iam::*:role/x" }, names: String.raw`AWS arn:aws:iam::\*:role/x` },
  ])("what $names means, which Kinesis does not accept", ({ principal, names }) => {
    expect(admitting(principal)).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "malformed", message: expect.stringMatching(`Statement\\[0\\] names ${names},`) }],
    });
  });

  it("whom a statement without a principal means", () => {
    expect(admitting(undefined)).toMatchObject({
      status: "unknown",
      gaps: [
        {
          reason: "malformed",
          message: "The policy of orders cannot be judged: Statement[0] names no principal.",
        },
      ],
    });
  });

  it("what a broken document says", () => {
    expect(verdictOn({ stream: { resourcePolicy: read("{}") } })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "kinesis:GetResourcePolicy", reason: "malformed", resource: streamArn }],
    });
  });

  it.each([
    { resourcePolicy: denied("kinesis:GetResourcePolicy") },
    { consumers: denied("kinesis:ListStreamConsumers") },
    { consumers: read([buildConsumer({ resourcePolicy: denied("kinesis:GetResourcePolicy") })]) },
  ])("what was not read: %j", (stream) => {
    expect(verdictOn({ stream })).toMatchObject({ status: "unknown", gaps: [{ reason: "access-denied" }] });
  });

  it("but a proven stranger is one, with the gap beside it", () => {
    const policy = documentOf({ ...readers, Principal: { AWS: strangeRole } });
    expect(
      verdictOn({
        stream: { resourcePolicy: read(policy), consumers: denied("kinesis:ListStreamConsumers") },
      }),
    ).toMatchObject({
      status: "fail",
      gaps: [deniedGap("kinesis:ListStreamConsumers")],
    });
  });
});
