import { describe, expect, it } from "vitest";
import { buildRole, documentOf } from "@/lib/model/test-iam";
import { accountId, denied } from "@/lib/model/test-place";
import { scanningRoleCannotTouchRecords } from "@/lib/checks/scanning-role-cannot-touch-records";
import { administers, reads, roleWith, userWith, verdictIn, writes } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const metadata = {
  Action: ["kinesis:Describe*", "kinesis:List*", "kinesis:GetResourcePolicy"],
  Resource: "*",
};
const verdictOn = (world: World, identityArn = `arn:aws:sts::${accountId}:assumed-role/auditor/scan`) =>
  verdictIn(scanningRoleCannotTouchRecords, { ...world, account: { identityArn, ...world.account } });

describe("fails where the identity of the scan", () => {
  it.each([
    ["read records", reads],
    ["write records", writes],
    ["administer it", administers],
    ["reshard it", { Action: "kinesis:SplitShard", Resource: "*" }],
  ])("can %s", (can, statement) => {
    expect(verdictOn({ roles: [roleWith("auditor", metadata, statement)] })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: `The scan was made as role auditor, which can ${can}, of up to 1 stream.`,
    });
  });

  it("is the root user", () => {
    expect(verdictOn({}, `arn:aws:iam::${accountId}:root`)).toMatchObject({ status: "fail" });
  });
});

describe("passes where it only looks", () => {
  it("as a role, found by its name whatever its path is", () => {
    const role = buildRole({
      name: "auditor",
      path: "/audit/",
      inlinePolicies: [{ name: "a", document: documentOf(metadata) }],
    });
    expect(verdictOn({ roles: [role, roleWith("other", reads)] }).status).toBe("pass");
  });

  it("as a user", () => {
    expect(
      verdictOn({ users: [userWith("eve", metadata)] }, `arn:aws:iam::${accountId}:user/eve`).status,
    ).toBe("pass");
    expect(verdictOn({ users: [userWith("eve", reads)] }, `arn:aws:iam::${accountId}:user/eve`).status).toBe(
      "fail",
    );
  });
});

describe("is unknown", () => {
  it("where the inventory was not read, does not list it, or a document of it cannot be read", () => {
    const iam = denied("iam:GetAccountAuthorizationDetails");
    expect(verdictOn({ account: { iam } })).toMatchObject({ status: "unknown", gaps: [iam.gap] });
    expect(verdictOn({ roles: [roleWith("other", reads)] })).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "empty" }],
    });
    const odd = buildRole({ name: "auditor", inlinePolicies: [{ name: "a", document: "{" }] });
    expect(verdictOn({ roles: [odd] })).toMatchObject({ status: "unknown", gaps: [{ reason: "malformed" }] });
  });
});
