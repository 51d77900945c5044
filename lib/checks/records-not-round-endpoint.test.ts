import { describe, expect, it } from "vitest";
import { buildRole, buildUser, trustOf } from "@/lib/model/test-iam";
import { accountId, denied, read } from "@/lib/model/test-place";
import { recordsNotRoundEndpoint } from "@/lib/checks/records-not-round-endpoint";
import {
  administers,
  reads,
  roleWith,
  streamNamed,
  unreadableRole,
  userWith,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const settings = { perimeterAccountIds: [accountId] };
const key = {
  id: "AKIAEXAMPLE000000001",
  active: true,
  createdAt: "2026-10-01T00:00:00Z",
  lastUsed: read(null),
};
const withKeys = (keys: (typeof key)[] = [key], name = "anna") => ({
  accessKeys: read([{ userArn: buildUser().arn.replace("anna", name), keys: read(keys) }]),
});
const verdictOn = (world: World) =>
  verdictIn(recordsNotRoundEndpoint, { settings, account: withKeys(), ...world });
const through = { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } };
const denies = {
  Effect: "Deny",
  Action: "kinesis:*",
  Resource: "*",
  Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
};

describe("is not applicable", () => {
  it("where no perimeter is declared", () => {
    expect(verdictOn({ users: [userWith("anna", reads)], settings: {} }).status).toBe("not-applicable");
    const tags = read({ perimeter: "optional" });
    expect(verdictOn({ settings: {}, streams: [streamNamed("orders", { tags })] }).status).toBe(
      "not-applicable",
    );
  });
});

describe("fails", () => {
  it("where a user with an active key writes or reads without the endpoint", () => {
    expect(verdictOn({ users: [userWith("anna", reads, writes)] })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: "IAM user anna can touch records by a request that comes through no VPC endpoint.",
    });
  });

  it("where a tag of the stream declares the perimeter, in any case", () => {
    const streams = [streamNamed("orders", { tags: read({ Perimeter: "Required" }) })];
    expect(verdictOn({ settings: {}, streams, users: [userWith("anna", reads)] }).status).toBe("fail");
  });
});

describe("passes", () => {
  it("by a condition on the grant, or a Deny", () => {
    expect(verdictOn({ users: [userWith("anna", { ...reads, ...through })] }).status).toBe("pass");
    expect(verdictOn({ users: [userWith("anna", reads, denies)] }).status).toBe("pass");
  });

  it("for users without an active key, and those that only administer", () => {
    expect(
      verdictOn({ users: [userWith("anna", reads)], account: withKeys([{ ...key, active: false }]) }).status,
    ).toBe("pass");
    expect(verdictOn({ users: [userWith("anna", administers)] }).status).toBe("pass");
  });

  it("for roles of services that work in their own network, which it counts", () => {
    const services = [
      "lambda",
      "firehose",
      "kinesisanalytics",
      "pipes",
      "scheduler",
      "events",
      "iot",
      "logs",
    ];
    const roles = services.map((name) =>
      buildRole({ ...roleWith(name, reads), trustPolicy: trustOf({ Service: `${name}.amazonaws.com` }) }),
    );
    expect(verdictOn({ roles })).toMatchObject({
      status: "pass",
      evidence: expect.stringContaining("8 roles of services"),
    });
  });
});

describe("is unknown", () => {
  it("where a role's workload may be in a VPC, which was not read", () => {
    const role = buildRole({
      ...roleWith("app", reads),
      trustPolicy: trustOf({ Service: "ec2.amazonaws.com" }),
    });
    expect(verdictOn({ roles: [role] })).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "not-collected" }],
    });
    expect(verdictOn({ roles: [role], users: [userWith("anna", reads)] }).status).toBe("fail");
  });

  it("where SCPs, keys, tags or documents could not be read", () => {
    const users = [userWith("anna", reads)];
    const organizationPolicies = denied("organizations:ListPoliciesForTarget");
    expect(verdictOn({ users, account: { ...withKeys(), organizationPolicies } }).status).toBe("unknown");
    expect(verdictOn({ users, account: { accessKeys: denied("iam:ListAccessKeys") } }).status).toBe(
      "unknown",
    );
    const streams = [streamNamed("orders", { tags: denied("tag:GetResources") })];
    expect(verdictOn({ settings: {}, streams, users }).status).toBe("unknown");
    expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
  });
});
