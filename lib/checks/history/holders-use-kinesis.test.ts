import { describe, expect, it } from "vitest";
import { buildRole } from "@/lib/model/test-iam";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { buildServiceUse } from "@/lib/model/test-workloads";
import { holdersUseKinesis } from "@/lib/checks/history/holders-use-kinesis";
import {
  roleWith,
  serviceLinked,
  unreadableRole,
  userWith,
  verdictIn,
  verdictsIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const writer = roleWith("producer", writes);

function verdictOn(lastUsedAt: string | null, world: World = {}) {
  const serviceUses = read([buildServiceUse({ lastUsedAt: read(lastUsedAt) })]);
  return verdictIn(holdersUseKinesis, { roles: [writer], account: { serviceUses }, ...world });
}

describe("passes", () => {
  it("who called within the limit, to the day", () => {
    expect(verdictOn("2026-08-03T12:00:00.000Z")).toMatchObject({
      status: "pass",
      evidence: "1 principal with a duty called Kinesis within 90 days.",
    });
    expect(verdictOn("2026-10-20T00:00:00.000Z", { settings: { unusedDaysMax: 12 } }).status).toBe("pass");
  });

  it("where nobody holds a duty", () => {
    expect(verdictIn(holdersUseKinesis, { roles: [] })).toMatchObject({ status: "pass" });
    expect(verdictIn(holdersUseKinesis, { roles: [serviceLinked] }).status).toBe("pass");
  });

  it("once an account", () => {
    expect(verdictsIn(holdersUseKinesis, { roles: [] })).toHaveLength(1);
  });
});

describe("fails", () => {
  it("for whoever called longer ago, or never", () => {
    expect(verdictOn("2026-08-02T12:00:00.000Z")).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: "Role producer called Kinesis 91 days ago the last time (at most 90).",
      causes: [{ kind: "principal", id: buildRole().arn, principals: [buildRole().arn] }],
    });
    expect(verdictOn(null).evidence).toBe(
      "Role producer never called Kinesis in the 400 days that AWS keeps.",
    );
  });
});

describe("is not applicable", () => {
  it("where all holders are younger than the limit", () => {
    const young = { ...writer, createdAt: "2026-09-01T00:00:00.000Z" };
    expect(verdictOn(null, { roles: [young] }).status).toBe("not-applicable");
    expect(verdictOn(null, { roles: [{ ...writer, createdAt: "2026-01-01T00:00:00.000Z" }] }).status).toBe(
      "fail",
    );
  });
});

describe("is unknown", () => {
  it("where it was not asked for, or not read", () => {
    const serviceUses = denied("iam:GenerateServiceLastAccessedDetails");
    expect(verdictOn(null, { account: { serviceUses } })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("iam:GenerateServiceLastAccessedDetails")],
    });
    const one = read([buildServiceUse({ lastUsedAt: denied("iam:GetServiceLastAccessedDetails") })]);
    expect(verdictOn(null, { account: { serviceUses: one } }).gaps).toEqual([
      deniedGap("iam:GetServiceLastAccessedDetails"),
    ]);
    expect(verdictOn(null, { account: { serviceUses: read([]) } }).gaps).toMatchObject([
      { reason: "not-collected", resource: buildRole().arn },
    ]);
  });

  it("where identities or streams are", () => {
    expect(verdictOn(null, { account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
    const region = { streams: denied("kinesis:ListStreams") };
    expect(verdictOn(null, { region }).gaps).toEqual([deniedGap("kinesis:ListStreams")]);
  });

  it("for whoever does not call, and whose policy cannot be read", () => {
    const odd = unreadableRole("producer");
    expect(verdictOn(null, { roles: [odd] }).gaps).toMatchObject([{ reason: "malformed" }]);
    expect(verdictOn("2026-10-31T00:00:00.000Z", { roles: [odd] }).status).toBe("pass");
  });
});

it("counts users as well as roles", () => {
  const anna = userWith("anna", writes);
  const serviceUses = read([buildServiceUse({ principalArn: anna.arn, lastUsedAt: read(null) })]);
  const verdict = verdictIn(holdersUseKinesis, { roles: [], users: [anna], account: { serviceUses } });
  expect(verdict.evidence).toContain("User anna never called");
});
