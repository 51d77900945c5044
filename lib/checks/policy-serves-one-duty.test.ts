import { describe, expect, it } from "vitest";
import { buildGroup, buildRole, buildUser, documentOf } from "@/lib/model/test-iam";
import { accountId, denied, read } from "@/lib/model/test-place";
import { buildConsumer, buildKey, buildStream, streamArn } from "@/lib/model/test-stream";
import { policyServesOneDuty } from "@/lib/checks/policy-serves-one-duty";
import {
  administers,
  administrator,
  arnOf,
  partnerArn,
  policyWith,
  reads,
  reshards,
  roleWith,
  serviceLinked,
  sharedWith,
  shares,
  streamAdministrator,
  streamNamed,
  unreadableRole,
  verdictIn,
  verdictsIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const verdictOn = (world: World) => verdictIn(policyServesOneDuty, world);
const statusOf = (...statements: object[]) => verdictOn({ roles: [roleWith("a", ...statements)] }).status;

describe("one document that serves two duties fails", () => {
  it.each([
    { roles: "administering and resharding", statements: [administers, reshards] },
    { roles: "administering and writing", statements: [administers, writes] },
    { roles: "administering and reading", statements: [shares, reads] },
    { roles: "resharding and writing", statements: [reshards, writes] },
    { roles: "resharding and reading", statements: [reshards, reads] },
    { roles: "writing and reading", statements: [writes, reads] },
    {
      roles: "administering, resharding, writing and reading",
      statements: [administers, reshards, writes, reads],
    },
  ])("$roles", ({ roles, statements }) => {
    const id = `${roleWith("a").arn}#inline/a`;
    expect(verdictOn({ roles: [roleWith("a", ...statements)] })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: `The inline policy a of role a serves ${roles} at once, for role a.`,
      causes: [
        { kind: "policy", id, document: { policyId: id, statements: statements.map((_, each) => each) } },
      ],
    });
  });

  it("managed, inline or of a group, with all its holders", () => {
    const policy = policyWith("both", writes, reads);
    const group = buildGroup({ inlinePolicies: [{ name: "g", document: documentOf(writes, administers) }] });
    const verdict = verdictOn({
      roles: [buildRole({ name: "a", attachedPolicyArns: [policy.arn] })],
      users: [buildUser({ groupNames: [group.name], attachedPolicyArns: [policy.arn] })],
      groups: [group],
      managedPolicies: [policy],
    });
    expect(verdict.causes.map(({ label }) => label)).toEqual([
      "Policy both serves writing and reading at once, for role a and user anna.",
      "The inline policy g of group developers serves administering and writing at once, for user anna.",
    ]);
  });

  it("of AWS's own, too", () => {
    const arn = "arn:aws:iam::aws:policy/AmazonKinesisFullAccess";
    const policy = {
      ...policyWith("AmazonKinesisFullAccess", { Action: "kinesis:*", Resource: "*" }),
      arn,
      awsManaged: true,
    };
    const boundary = policyWith("limit", writes, reads);
    const role = buildRole({ name: "a", attachedPolicyArns: [arn], boundaryArn: boundary.arn });
    expect(verdictOn({ roles: [role], managedPolicies: [policy, boundary] }).causes).toMatchObject([
      { id: arn },
    ]);
  });

  it("under conditions, and says on what it depends", () => {
    const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    expect(verdictOn({ roles: [roleWith("a", { ...writes, Condition }, reads)] }).evidence).toMatch(
      /, depending on aws:MultiFactorAuthPresent\.$/,
    );
  });
});

describe("passes", () => {
  it.each([
    { why: "administering and sharing", statements: [administers, shares] },
    { why: "one duty and looking", statements: [reads, { Action: "kinesis:Describe*", Resource: "*" }] },
    { why: "one duty on each of two streams", statements: [writes, { ...reads, Resource: arnOf("bills") }] },
    { why: "half of reading", statements: [writes, { Action: "kinesis:GetRecords", Resource: streamArn }] },
  ])("$why", ({ statements }) => {
    expect(statusOf(...statements)).toBe("pass");
  });

  it("two documents of one duty each, for one principal", () => {
    const policies = [policyWith("writing", writes), policyWith("reading", reads)];
    const role = buildRole({ name: "a", attachedPolicyArns: policies.map(({ arn }) => arn) });
    expect(verdictOn({ roles: [role], managedPolicies: policies }).status).toBe("pass");
  });

  it("a document that gives half of reading, where another one gives the rest", () => {
    const [get, iterate] = reads.Action.map((Action) => ({ Action, Resource: streamArn }));
    const policies = [policyWith("one", writes, get!), policyWith("two", iterate!)];
    const role = buildRole({ name: "a", attachedPolicyArns: policies.map(({ arn }) => arn) });
    expect(verdictOn({ roles: [role], managedPolicies: policies }).status).toBe("pass");
  });

  it("what a boundary or a Deny takes away", () => {
    const boundary = policyWith("limit", reads);
    const limited = { ...roleWith("a", writes, reads), boundaryArn: boundary.arn };
    expect(verdictOn({ roles: [limited], managedPolicies: [boundary] }).status).toBe("pass");
    expect(statusOf(writes, reads, { ...writes, Effect: "Deny" })).toBe("pass");
  });

  it("what the key takes away", () => {
    const keys = read([buildKey()]);
    expect(
      verdictOn({ roles: [roleWith("a", writes, reads)], streams: [buildStream()], region: { keys } }).status,
    ).toBe("pass");
  });

  it("halves whose conditions exclude each other", () => {
    const at = (endpoint: string) => ({ Condition: { StringEquals: { "aws:SourceVpce": endpoint } } });
    expect(statusOf({ ...writes, ...at("vpce-a") }, { ...reads, ...at("vpce-b") })).toBe("pass");
    expect(statusOf({ ...writes, ...at("vpce-a") }, { ...reads, ...at("vpce-a") })).toBe("fail");
  });

  it("the policy of the stream, which is not attached to its holders", () => {
    const policy = sharedWith(partnerArn, writes, reads);
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy: read(policy) })] }).status).toBe(
      "pass",
    );
  });

  it("saying none, but for administrators, who are counted", () => {
    expect(verdictOn({ roles: [administrator, streamAdministrator, serviceLinked] })).toMatchObject({
      status: "pass",
      evidence:
        "None: no policy alone lets a holder do more than one of administering, resharding, writing and reading on orders. Left aside: 1 administrator of the account (KDS-LP-01) and 1 administrator of every stream (KDS-LP-02).",
    });
  });
});

describe("it does not guess", () => {
  it("what an unread document gives, or denies", () => {
    expect(verdictOn({ roles: [unreadableRole()] })).toMatchObject({
      status: "unknown",
      gaps: [{ resource: `arn:aws:iam::${accountId}:role/odd#inline/odd` }],
    });
    const mixed = roleWith("a", writes, reads);
    const odd = { ...mixed, inlinePolicies: [...mixed.inlinePolicies, { name: "odd", document: "{" }] };
    expect(verdictOn({ roles: [odd] })).toMatchObject({ status: "unknown", causes: [] });
    expect(verdictOn({ roles: [mixed, unreadableRole()] })).toMatchObject({ status: "fail", gaps: [{}] });
  });

  it("consumers that were not listed, nor IAM, nor the streams", () => {
    const consumers = denied("kinesis:ListStreamConsumers");
    const iam = denied("iam:GetAccountAuthorizationDetails");
    expect(verdictOn({ streams: [streamNamed("orders", { consumers })] }).gaps).toEqual([consumers.gap]);
    expect(verdictOn({ account: { iam } })).toMatchObject({ status: "unknown", gaps: [iam.gap] });
    expect(verdictOn({ region: { streams: denied("kinesis:ListStreams") } }).status).toBe("unknown");
  });
});

it("sees a reader by a consumer", () => {
  const consumer = buildConsumer();
  const role = roleWith("a", writes, { Action: "kinesis:SubscribeToShard", Resource: consumer.arn });
  const streams = [streamNamed("orders", { consumers: read([consumer]) })];
  expect(verdictsIn(policyServesOneDuty, { roles: [role], streams }).map(({ status }) => status)).toEqual([
    "fail",
  ]);
});
