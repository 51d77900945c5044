import { describe, expect, it } from "vitest";
import { buildRole, documentOf } from "@/lib/model/test-iam";
import { accountId, denied, read } from "@/lib/model/test-place";
import { buildKey, buildStream, keyArn, streamArn } from "@/lib/model/test-stream";
import { noAllowByException } from "@/lib/checks/no-allow-by-exception";
import {
  administrator,
  arnOf,
  policyWith,
  reads,
  roleWith,
  streamNamed,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const verdictOn = (world: World) => verdictIn(noAllowByException, world);
const by = (...statements: object[]) => verdictOn({ roles: [roleWith("a", ...statements)] });

describe("an Allow by exception fails", () => {
  it.each([
    {
      statement: { NotAction: ["kinesis:DeleteStream", "iam:*"], Resource: streamArn },
      words: "every action but kinesis:DeleteStream and iam:* by NotAction",
    },
    {
      statement: { Action: "kinesis:PutRecord", NotResource: "arn:aws:s3:::x" },
      words: "every resource but arn:aws:s3:::x by NotResource",
    },
    {
      statement: { NotAction: "iam:*", NotResource: "arn:aws:s3:::x" },
      words: "every action but iam:* by NotAction and every resource but arn:aws:s3:::x by NotResource",
    },
  ])("as $words", ({ statement, words }) => {
    const boundary = policyWith("limit", writes);
    const role = { ...roleWith("a", statement), boundaryArn: boundary.arn };
    expect(verdictOn({ roles: [role], managedPolicies: [boundary] })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: `Statement 1 of the inline policy a of role a allows ${words}; it reaches 1 of 1 streams, for role a.`,
      causes: [{ kind: "statement", id: `arn:aws:iam::${accountId}:role/a#inline/a#0` }],
    });
  });

  it("where it manages the key of the stream", () => {
    const delegates = {
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: "kms:*",
      Resource: "*",
    };
    const keys = read([buildKey({ policy: read(documentOf(delegates), "kms:GetKeyPolicy") })]);
    const roles = [roleWith("a", { NotAction: "kms:Decrypt", Resource: keyArn })];
    expect(verdictOn({ roles, streams: [buildStream()], region: { keys } }).status).toBe("fail");
  });
});

describe("passes", () => {
  it("statements that name what they give, saying how many", () => {
    expect(by(writes, reads)).toMatchObject({
      status: "pass",
      evidence:
        "None of 2 statements of your own behind the duties on orders allows by NotAction or NotResource.",
    });
    expect(verdictOn({}).evidence).toBe("None: no policy of your own gives a duty on orders.");
  });

  it.each([
    {
      why: "looking at the stream only",
      statement: { NotAction: ["kinesis:[A-Z]*", "kinesis:*"], Resource: "*" },
    },
    { why: "another stream", statement: { NotAction: "iam:*", Resource: arnOf("bills") } },
    { why: "a Deny", statement: { Effect: "Deny", NotAction: "iam:*", Resource: "*" } },
  ])("$why", ({ statement }) => {
    expect(by(statement).status).toBe("pass");
  });

  it("what a Deny takes away", () => {
    const everything = { Effect: "Deny", Action: "kinesis:*", Resource: "*" };
    expect(by({ NotAction: "iam:*", Resource: streamArn }, everything).status).toBe("pass");
  });

  it("documents that AWS manages, and administrators, who are counted", () => {
    const arn = "arn:aws:iam::aws:policy/PowerUserAccess";
    const statement = { NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" };
    const policy = { ...policyWith("PowerUserAccess", statement), arn, awsManaged: true };
    const boundary = policyWith("limit", writes);
    const role = buildRole({ attachedPolicyArns: [arn], boundaryArn: boundary.arn });
    expect(verdictOn({ roles: [role], managedPolicies: [policy, boundary] }).status).toBe("pass");
    const boss = roleWith("boss", { NotAction: "x:Y", Resource: "*" });
    expect(verdictOn({ roles: [administrator, boss] })).toMatchObject({
      status: "pass",
      evidence: expect.stringContaining("Left aside: 1 administrator of the account (KDS-LP-01)."),
    });
  });
});

it("does not guess what cannot be read", () => {
  expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
  const resourcePolicy = denied("kinesis:GetResourcePolicy");
  expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy })] }).status).toBe("unknown");
});
