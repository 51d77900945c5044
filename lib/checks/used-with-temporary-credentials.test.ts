import { describe, expect, it } from "vitest";
import { denied, read } from "@/lib/model/test-place";
import type { UserAccessKeys } from "@/lib/model/access-keys";
import { buildUser } from "@/lib/model/test-iam";
import {
  administers,
  administrator,
  reads,
  roleWith,
  streamNamed,
  unreadableRole,
  userWith,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";
import { usedWithTemporaryCredentials } from "@/lib/checks/used-with-temporary-credentials";

const anna = userWith("anna", reads);
const key = {
  id: "AKIAEXAMPLE000000001",
  active: true,
  createdAt: "2026-10-01T00:00:00Z",
  lastUsed: read(null),
};
const keysOf = (user: { arn: string }, ...keys: (typeof key)[]): UserAccessKeys => ({
  userArn: user.arn,
  keys: read(keys, "iam:ListAccessKeys"),
});
const verdictOn = (world: World, ...keys: UserAccessKeys[]) =>
  verdictIn(usedWithTemporaryCredentials, {
    ...world,
    account: { accessKeys: read(keys, "iam:ListAccessKeys") },
  });

describe("fails", () => {
  it("high, where a user with an active key holds a duty", () => {
    expect(verdictOn({ users: [anna] }, keysOf(anna, key))).toMatchObject({
      status: "fail",
      severity: "high",
      evidence: "IAM user anna, which has an active access key, holds a duty. User anna can read records.",
      causes: [{ kind: "principal", id: anna.arn, principals: [anna.arn] }],
    });
  });

  it("medium, where none of the users has an active key", () => {
    const off = keysOf(anna, { ...key, active: false });
    for (const keys of [off, keysOf(anna)])
      expect(verdictOn({ users: [anna] }, keys)).toMatchObject({ status: "fail", severity: "medium" });
    const ben = userWith("ben", writes);
    expect(verdictOn({ users: [anna, ben] }, keysOf(anna), keysOf(ben, key)).severity).toBe("high");
  });

  it("whatever the keys are, where they could not be read; only how hard is open", () => {
    const verdict = verdictIn(usedWithTemporaryCredentials, {
      users: [anna],
      account: { accessKeys: denied("iam:ListAccessKeys") },
    });
    expect(verdict).toMatchObject({
      status: "fail",
      severityRange: { heaviest: "high", lightest: "medium" },
    });
    expect(verdictOn({ users: [anna] })).toMatchObject({
      status: "fail",
      gaps: [{ reason: "not-collected" }],
    });
    const unread = { userArn: anna.arn, keys: denied("iam:ListAccessKeys") };
    expect(verdictOn({ users: [anna] }, unread).severityRange).toEqual({
      heaviest: "high",
      lightest: "medium",
    });
  });

  it.each([
    ["administer it", administers],
    ["share it", { Action: "kinesis:PutResourcePolicy", Resource: "*" }],
    ["reshard it", { Action: "kinesis:SplitShard", Resource: "*" }],
    ["write records", writes],
  ])("for every duty: %s", (can, statement) => {
    const user = userWith("anna", statement);
    expect(verdictOn({ users: [user] }, keysOf(user, key)).evidence).toContain(`can ${can}.`);
  });

  it("for administrators of the account, too", () => {
    const user = userWith("boss", { Action: "*", Resource: "*" });
    expect(verdictOn({ users: [user] }, keysOf(user, key)).status).toBe("fail");
  });
});

describe("passes", () => {
  it("where roles alone hold duties, and users only look", () => {
    const user = userWith("anna", { Action: ["kinesis:Describe*", "kinesis:List*"], Resource: "*" });
    const world = {
      users: [user, buildUser({ name: "idle" })],
      roles: [roleWith("app", reads), administrator],
    };
    expect(verdictOn(world)).toMatchObject({
      status: "pass",
      evidence: "None: no IAM user holds a duty on the stream.",
    });
  });
});

describe("is unknown", () => {
  it("where what a user may do could not be read", () => {
    const odd = buildUser({ inlinePolicies: [{ name: "odd", document: "{" }] });
    expect(verdictOn({ users: [odd] }, keysOf(odd, key))).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "malformed" }],
    });
    expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("pass");
  });

  it("where the inventory, or the stream's policy, could not be read", () => {
    const account = { iam: denied("iam:GetAccountAuthorizationDetails") };
    expect(verdictIn(usedWithTemporaryCredentials, { account }).status).toBe("unknown");
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy })] })).toMatchObject({
      status: "unknown",
      gaps: [resourcePolicy.gap],
    });
    expect(
      verdictIn(usedWithTemporaryCredentials, { region: { streams: denied("kinesis:ListStreams") } }).status,
    ).toBe("unknown");
  });
});
