import { describe, expect, it } from "vitest";
import { buildRole } from "@/lib/model/test-iam";
import { accountId, denied, read } from "@/lib/model/test-place";
import { keyArn, streamArn } from "@/lib/model/test-stream";
import { actionWildcardsWithinDuty } from "@/lib/checks/action-wildcards-within-duty";
import {
  administrator,
  arnOf,
  partnerArn,
  policyWith,
  roleWith,
  serviceLinked,
  sharedWith,
  streamAdministrator,
  streamNamed,
  unreadableRole,
  verdictIn,
  verdictsIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const verdictOn = (world: World) => verdictIn(actionWildcardsWithinDuty, world);
const withActions = (...Action: string[]) =>
  verdictOn({ roles: [roleWith("a", { Sid: "S", Action, Resource: streamArn })] });

describe("an action wildcard that spans duties fails", () => {
  it.each([
    { pattern: "kinesis:*", covers: "administering, resharding, writing and reading" },
    { pattern: "*", covers: "administering, resharding, writing and reading" },
    { pattern: "kinesis:*Record*", covers: "administering, writing and reading" },
    { pattern: "kinesis:Update*", covers: "administering and resharding" },
    { pattern: "KINESIS:PUT*", covers: "administering and writing" },
    { pattern: "kinesis:??tRecords", covers: "writing and reading" },
  ])("$pattern: $covers", ({ pattern, covers }) => {
    expect(withActions(pattern)).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: `Statement S of the inline policy a of role a allows ${pattern}, which covers ${covers}; it reaches 1 of 1 streams, for role a.`,
    });
  });

  it("as one cause a statement, over all that hold it and all streams", () => {
    const policy = policyWith("wide", writes, { Action: "kinesis:*", Resource: [streamArn, arnOf("bills")] });
    const roles = ["d", "c", "b", "a"].map((name) => buildRole({ name, attachedPolicyArns: [policy.arn] }));
    const streams = ["orders", "bills", "mail"].map((name) => streamNamed(name));
    const [first, second, third] = verdictsIn(actionWildcardsWithinDuty, {
      roles,
      managedPolicies: [policy],
      streams,
    });
    expect(first?.causes).toEqual([
      {
        kind: "statement",
        id: `${policy.arn}#1`,
        label:
          "Statement 2 of policy wide allows kinesis:*, which covers administering, resharding, writing and reading; it reaches 2 of 3 streams, for role a, role b, role c and 1 more.",
        severity: "medium",
        document: { policyId: policy.arn, statements: [1] },
        principals: ["a", "b", "c", "d"].map((name) => `arn:aws:iam::${accountId}:role/${name}`),
      },
    ]);
    expect(second?.causes).toEqual(first?.causes);
    expect(third?.status).toBe("pass");
  });

  it("in the policy of the stream", () => {
    const policy = sharedWith(partnerArn, { Action: "kinesis:*Record*", Resource: streamArn });
    const streams = [streamNamed("orders", { resourcePolicy: read(policy) })];
    expect(verdictOn({ streams }).causes).toMatchObject([{ id: `${streamArn}#policy#0` }]);
  });

  it("under conditions, and says on what it depends", () => {
    const Condition = { StringEquals: { "aws:SourceVpce": "vpce-a" } };
    const roles = [roleWith("a", { Action: "kinesis:*", Resource: streamArn, Condition })];
    expect(verdictOn({ roles }).evidence).toMatch(/, for role a, depending on aws:SourceVpce\.$/);
  });
});

describe("passes", () => {
  it.each([
    "kinesis:PutRecord*",
    "kinesis:?etRecords",
    "kinesis:Get*",
    "kinesis:Describe*",
    "kinesis:List*",
    "kinesis:*Shards",
    "kinesis:Delete*",
    "s3:*",
  ])("%s, beside names", (pattern) => {
    expect(withActions(pattern, "kinesis:PutRecord").status).toBe("pass");
  });

  it("patterns of one duty each in one statement, which KDS-SOD-04 judges", () => {
    expect(withActions("kinesis:PutRecord*", "kinesis:GetRecord*", "kinesis:GetShard*").status).toBe("pass");
  });

  it("a wide pattern that gives no duty on the stream", () => {
    const Resource = streamArn;
    const statements = [
      [{ Action: "kinesis:*", Resource: arnOf("bills") }],
      [{ Action: "*", Resource: keyArn }],
      [
        { Action: "kinesis:*", Resource },
        { Effect: "Deny", Action: "kinesis:*", Resource: "*" },
      ],
      [{ Effect: "Deny", Action: "kinesis:*", Resource }],
    ];
    for (const each of statements)
      expect(verdictOn({ roles: [roleWith("a", ...each)] })).toMatchObject({ status: "pass" });
  });

  it("documents that AWS manages", () => {
    const arn = "arn:aws:iam::aws:policy/AmazonKinesisFullAccess";
    const policy = { ...policyWith("x", { Action: "kinesis:*", Resource: "*" }), arn, awsManaged: true };
    const boundary = policyWith("limit", { Action: "kinesis:*", Resource: streamArn });
    const role = buildRole({ attachedPolicyArns: [arn], boundaryArn: boundary.arn });
    expect(verdictOn({ roles: [role], managedPolicies: [policy, boundary] })).toMatchObject({
      status: "pass",
      evidence: expect.stringMatching(/^None: no policy of your own gives a duty on orders\./),
    });
  });

  it("administrators, who are counted, and roles of AWS's own", () => {
    expect(
      verdictOn({ roles: [administrator, streamAdministrator, serviceLinked, roleWith("a", writes)] }),
    ).toMatchObject({
      status: "pass",
      evidence:
        "None of 1 statement of your own behind the duties on orders has an action wildcard that spans two duties. Left aside: 1 administrator of the account (KDS-LP-01) and 1 administrator of every stream (KDS-LP-02).",
    });
  });
});

describe("it does not guess", () => {
  it("what an unread document says, or denies", () => {
    expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
    const wide = roleWith("a", { Action: "kinesis:*", Resource: streamArn });
    const odd = { ...wide, inlinePolicies: [...wide.inlinePolicies, { name: "odd", document: "{" }] };
    expect(verdictOn({ roles: [odd] })).toMatchObject({ status: "unknown", causes: [] });
    expect(verdictOn({ roles: [wide, unreadableRole()] })).toMatchObject({ status: "fail", gaps: [{}] });
  });

  it("what was denied", () => {
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy })] }).gaps).toEqual([
      resourcePolicy.gap,
    ]);
    expect(verdictOn({ account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
    expect(verdictOn({ region: { streams: denied("kinesis:ListStreams") } }).status).toBe("unknown");
  });

  it("the organization's policies, which it says of a fail", () => {
    const account = { organizationPolicies: denied("organizations:ListPoliciesForTarget") };
    const roles = [roleWith("a", { Action: "kinesis:*", Resource: streamArn })];
    expect(verdictOn({ roles, account }).evidence).toMatch(/Organization policies were not read\.$/);
  });
});
