import { describe, expect, it } from "vitest";
import { buildRole, buildUserAccessKeys, buildAccessKey, documentOf, trustOf } from "@/lib/model/test-iam";
import { accountId, denied, deniedGap, read, region } from "@/lib/model/test-place";
import { buildKey, buildStream } from "@/lib/model/test-stream";
import { noFullAccessToEveryStream } from "@/lib/checks/no-full-access-to-every-stream";
import {
  administrator,
  arnOf,
  policyWith,
  roleWith,
  serviceLinked,
  streamNamed,
  unreadableRole,
  userWith,
  verdictIn,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const names = ["orders-a", "orders-b", "orders-c"];
const streams = names.map((name) => streamNamed(name));
const all = { Action: "kinesis:*", Resource: "*" };
const verdictOn = (world: World) => verdictIn(noFullAccessToEveryStream, { streams, ...world });
const statusOf = (...statements: object[]) => verdictOn({ roles: [roleWith("a", ...statements)] }).status;

describe("full access to every stream fails", () => {
  it("as one cause a principal", () => {
    expect(verdictOn({ roles: [roleWith("b", all), roleWith("a", all)] })).toMatchObject({
      status: "fail",
      severity: "critical",
      subject: { scope: "region", id: region },
      causes: [
        {
          kind: "principal",
          id: `arn:aws:iam::${accountId}:role/a`,
          severity: "critical",
          label:
            "Role a administers, writes and reads every stream by wildcard names, through the inline policy a of role a.",
          document: { policyId: `arn:aws:iam::${accountId}:role/a#inline/a`, statements: [0] },
          principals: [`arn:aws:iam::${accountId}:role/a`],
        },
        { id: `arn:aws:iam::${accountId}:role/b` },
      ],
    });
  });

  it.each([
    { Resource: "*" },
    { Resource: "arn:aws:kinesis:*" },
    { Resource: `arn:aws:kinesis:${region}:${accountId}:*` },
    { Resource: arnOf("*") },
    { Resource: arnOf("orders-*") },
    { Resource: arnOf("orders-?") },
    { NotResource: "arn:aws:s3:::x" },
  ])("by %j", (resources) => {
    expect(statusOf({ Action: "kinesis:*", ...resources })).toBe("fail");
  });

  it("by PowerUserAccess, and by several statements together", () => {
    expect(statusOf({ NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" })).toBe("fail");
    const actions = [
      "kinesis:DeleteStream",
      "kinesis:PutRecord",
      ["kinesis:GetRecords", "kinesis:GetShardIterator"],
    ];
    const verdict = verdictOn({
      roles: [roleWith("a", ...actions.map((Action) => ({ Action, Resource: "*" })))],
    });
    expect(verdict.causes[0]?.document?.statements).toEqual([0, 1, 2]);
  });
});

describe("passes", () => {
  it.each([
    { why: "two duties of three", statement: { Action: ["kinesis:Put*", "kinesis:Get*"], Resource: "*" } },
    { why: "streams by name", statement: { Action: "kinesis:*", Resource: names.map(arnOf) } },
    {
      why: "a pattern that leaves one out",
      statement: { Action: "kinesis:*", Resource: arnOf("orders-[ab]") },
    },
    { why: "another Region", statement: { Action: "kinesis:*", Resource: "arn:aws:kinesis:eu-west-1:*" } },
  ])("$why", ({ statement }) => {
    expect(statusOf(statement)).toBe("pass");
  });

  it("a name pattern over fewer than three streams, which may be meant", () => {
    const two = streams.slice(0, 2);
    const by = (Resource: string) =>
      verdictOn({ roles: [roleWith("a", { Action: "kinesis:*", Resource })], streams: two }).status;
    expect(by(arnOf("orders-*"))).toBe("pass");
    expect(by(arnOf("*"))).toBe("fail");
  });

  it("what a Deny or a boundary takes away", () => {
    expect(statusOf(all, { Effect: "Deny", Action: "kinesis:PutRecord*", Resource: arnOf("orders-a") })).toBe(
      "pass",
    );
    const boundary = policyWith("limit", { Action: ["kinesis:Get*", "kinesis:Put*"], Resource: "*" });
    const role = { ...roleWith("a", all), boundaryArn: boundary.arn };
    expect(verdictOn({ roles: [role], managedPolicies: [boundary] }).status).toBe("pass");
  });

  it("what the key keeps back", () => {
    const keys = read([buildKey()]);
    expect(
      verdictOn({ roles: [roleWith("a", all)], streams: [...streams, buildStream()], region: { keys } })
        .status,
    ).toBe("pass");
  });

  it("administrators of the account, who are counted, and roles of AWS's own", () => {
    expect(verdictOn({ roles: [administrator, serviceLinked] })).toMatchObject({
      status: "pass",
      evidence: `None: no principal administers, writes and reads every one of 3 streams in ${region}. Left aside: 1 administrator of the account (KDS-LP-01).`,
    });
  });

  it("a Region without streams", () => {
    expect(verdictOn({ roles: [roleWith("a", all)], streams: [] })).toMatchObject({
      status: "pass",
      evidence: `None: there is no stream in ${region}.`,
    });
  });
});

describe("weighs", () => {
  const path = "/aws-reserved/sso.amazonaws.com/";
  const provider = `arn:aws:iam::${accountId}:saml-provider/AWSSSO_1a2b_DO_NOT_DELETE`;
  const people = {
    ...buildRole({ ...roleWith("people", all), path }),
    trustPolicy: trustOf({ Federated: provider }),
  };
  const user = userWith("anna", all);
  const keysOf = (keys: ReturnType<typeof buildUserAccessKeys>["keys"]) => ({
    accessKeys: read([buildUserAccessKeys({ userArn: user.arn, keys })]),
  });

  it("less for people who come by IAM Identity Center", () => {
    expect(verdictOn({ roles: [people] })).toMatchObject({
      severity: "high",
      evidence: expect.stringContaining(", assumed by people through IAM Identity Center."),
    });
    expect(verdictOn({ roles: [{ ...people, trustPolicy: trustOf() }] }).severity).toBe("critical");
    expect(verdictOn({ roles: [{ ...people, path: "/" }] }).severity).toBe("critical");
    expect(verdictOn({ roles: [people, roleWith("a", all)] }).severity).toBe("critical");
  });

  it("an unread trust as either", () => {
    expect(verdictOn({ roles: [{ ...people, trustPolicy: "{" }] })).toMatchObject({
      severity: "critical",
      severityRange: { heaviest: "critical", lightest: "high" },
      gaps: [{ reason: "malformed", resource: people.arn }],
    });
  });

  it("less for those who are declared", () => {
    const role = roleWith("a", all);
    expect(verdictOn({ roles: [role], settings: { dataAdministratorArns: [role.arn] } })).toMatchObject({
      severity: "high",
      evidence: expect.stringContaining(", declared as an administrator of data."),
    });
  });

  it("less for a user without an active key", () => {
    const withKeys = (keys: ReturnType<typeof buildUserAccessKeys>["keys"]) =>
      verdictOn({ users: [user], account: { ...keysOf(keys) } });
    expect(withKeys(read([buildAccessKey()])).severity).toBe("critical");
    expect(withKeys(read([buildAccessKey({ active: false })]))).toMatchObject({
      severity: "high",
      evidence: expect.stringContaining(", without an active access key."),
    });
    expect(withKeys(denied("iam:ListAccessKeys"))).toMatchObject({
      severity: "critical",
      severityRange: { heaviest: "critical", lightest: "high" },
      gaps: [deniedGap("iam:ListAccessKeys")],
    });
  });

  it("a user whose keys nobody asked for as either", () => {
    for (const accessKeys of [read([]), denied("iam:ListAccessKeys")])
      expect(verdictOn({ users: [user], account: { accessKeys } })).toMatchObject({
        severityRange: { heaviest: "critical", lightest: "high" },
        gaps: [{ action: "iam:ListAccessKeys" }],
      });
  });
});

describe("it does not guess", () => {
  it("what an unread document gives", () => {
    expect(verdictOn({ roles: [unreadableRole()] })).toMatchObject({
      status: "unknown",
      severity: "critical",
      gaps: [{ resource: `arn:aws:iam::${accountId}:role/odd#inline/odd` }],
    });
  });

  it("but knows that a limit keeps it from some duty or stream", () => {
    for (const statement of [
      { Action: ["kinesis:Get*", "kinesis:Put*"], Resource: "*" },
      { Action: "*", Resource: arnOf("orders-a") },
    ]) {
      const boundary = policyWith("limit", statement);
      const role = { ...unreadableRole(), boundaryArn: boundary.arn };
      expect(verdictOn({ roles: [role], managedPolicies: [boundary] }).status).toBe("pass");
    }
  });

  it("what IAM and Kinesis did not say", () => {
    expect(verdictOn({ account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
    expect(verdictOn({ region: { streams: denied("kinesis:ListStreams") } })).toMatchObject({
      status: "unknown",
      subject: { scope: "region" },
    });
  });

  it("and says beside a fail that organization policies are missing", () => {
    const account = { organizationPolicies: denied("organizations:ListPoliciesForTarget") };
    expect(verdictOn({ roles: [roleWith("a", all)], account }).evidence).toMatch(
      /Organization policies were not read\.$/,
    );
  });
});

it("counts a document of a group with the user's own", () => {
  const document = documentOf(all);
  const group = {
    ...userWith("x"),
    arn: `arn:aws:iam::${accountId}:group/g`,
    name: "g",
    inlinePolicies: [{ name: "g", document }],
  };
  const user = { ...userWith("anna"), groupNames: ["g"] };
  expect(verdictOn({ users: [user], groups: [group] }).causes).toMatchObject([{ id: user.arn }]);
});
