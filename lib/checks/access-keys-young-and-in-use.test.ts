import { describe, expect, it } from "vitest";
import type { AccessKey } from "@/lib/model/access-keys";
import { denied, read, scannedAt } from "@/lib/model/test-place";
import { accessKeysYoungAndInUse } from "@/lib/checks/access-keys-young-and-in-use";
import { reads, roleWith, userWith, verdictIn } from "@/lib/checks/test-access";

const anna = userWith("anna", reads);
const daysAgo = (days: number) => new Date(Date.parse(scannedAt) - days * 86_400_000).toISOString();
const usedDaysAgo = (days: number) => read({ at: daysAgo(days), service: "kinesis", region: "eu-central-1" });
const keyWith = (change: Partial<AccessKey>): AccessKey => ({
  id: "AKIAEXAMPLE000000001",
  active: true,
  createdAt: daysAgo(30),
  lastUsed: usedDaysAgo(1),
  ...change,
});
const verdictOn = (key: Partial<AccessKey>, settings = {}) =>
  verdictIn(accessKeysYoungAndInUse, {
    users: [anna],
    settings,
    account: { accessKeys: read([{ userArn: anna.arn, keys: read([keyWith(key)]) }]) },
  });

describe("fails", () => {
  it("where an active key is older than ninety days", () => {
    expect(verdictOn({ createdAt: daysAgo(91) })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: "Access key AKIAEXAMPLE000000001 of IAM user anna is 91 days old (at most 90).",
    });
    expect(verdictOn({ createdAt: daysAgo(90) }).status).toBe("pass");
  });

  it("where it was not used for forty-five days", () => {
    expect(verdictOn({ createdAt: daysAgo(80), lastUsed: usedDaysAgo(46) }).evidence).toContain(
      "was not used for 46 days",
    );
    expect(verdictOn({ createdAt: daysAgo(80), lastUsed: usedDaysAgo(45) }).status).toBe("pass");
  });

  it("where it was never used since it was made long ago, which is not the same as no data", () => {
    expect(verdictOn({ createdAt: daysAgo(46), lastUsed: read(null) }).evidence).toContain("was never used");
    expect(verdictOn({ createdAt: daysAgo(10), lastUsed: read(null) }).status).toBe("pass");
  });

  it("by ages that the owner sets, with both faults in one sentence", () => {
    const settings = { accessKeyAgeDaysMax: 20, accessKeyIdleDaysMax: 5 };
    expect(verdictOn({ lastUsed: usedDaysAgo(6) }, settings).evidence).toBe(
      "Access key AKIAEXAMPLE000000001 of IAM user anna is 30 days old (at most 20) and was not used for 6 days (at most 5).",
    );
  });
});

describe("passes", () => {
  it("where the key is young and in use, or not active, or nobody has one", () => {
    expect(verdictOn({}).evidence).toBe(
      "The 1 active access key of users that hold a duty on the stream is young and in use.",
    );
    expect(verdictOn({ active: false, createdAt: daysAgo(900) }).evidence).toMatch(/^None:/);
    expect(verdictIn(accessKeysYoungAndInUse, { roles: [roleWith("app", reads)] }).status).toBe("pass");
  });

  it("where a user with an old key holds nothing", () => {
    const idle = userWith("idle", { Action: "s3:*", Resource: "*" });
    const accessKeys = read([{ userArn: idle.arn, keys: read([keyWith({ createdAt: daysAgo(900) })]) }]);
    expect(verdictIn(accessKeysYoungAndInUse, { users: [idle], account: { accessKeys } }).status).toBe(
      "pass",
    );
  });
});

describe("is unknown", () => {
  it("where the last use, or the keys, could not be read", () => {
    const lastUsed = denied("iam:GetAccessKeyLastUsed");
    expect(verdictOn({ lastUsed })).toMatchObject({ status: "unknown", gaps: [lastUsed.gap] });
    expect(verdictOn({ lastUsed, createdAt: daysAgo(100) }).status).toBe("fail");
    const accessKeys = denied("iam:ListAccessKeys");
    expect(verdictIn(accessKeysYoungAndInUse, { users: [anna], account: { accessKeys } })).toMatchObject({
      status: "unknown",
      gaps: [accessKeys.gap],
    });
  });
});
