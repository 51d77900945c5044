import { describe, expect, it } from "vitest";
import { denied, read } from "@/lib/model/test-place";
import { streamArn } from "@/lib/model/test-stream";
import { administratorsCannotTouchRecords } from "@/lib/checks/administrators-cannot-touch-records";
import {
  administers,
  administrator,
  arnOf,
  partnerArn,
  reads,
  reshards,
  roleWith,
  sharedWith,
  shares,
  streamAdministrator,
  streamNamed,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const verdictOn = (world: World) => verdictIn(administratorsCannotTouchRecords, world);
const statusOf = (...statements: object[]) => verdictOn({ roles: [roleWith("a", ...statements)] }).status;

describe("who administers or shares and touches records fails", () => {
  it.each([
    { by: "deleting and writing", statements: [administers, writes] },
    { by: "deleting and reading", statements: [administers, reads] },
    { by: "sharing and writing", statements: [shares, writes] },
    { by: "sharing and reading", statements: [shares, reads] },
    {
      by: "one tag and one record",
      statements: [{ Action: ["kinesis:AddTagsToStream", "kinesis:PutRecord"], Resource: streamArn }],
    },
  ])("by $by", ({ statements }) => {
    expect(verdictOn({ roles: [roleWith("a", ...statements)] })).toMatchObject({
      status: "fail",
      severity: "high",
      evidence:
        "The inline policy a of role a alone lets role a both administer the stream and touch its records.",
    });
  });

  it("of another account, too", () => {
    const policy = sharedWith(partnerArn, administers, reads);
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy: read(policy) })] }).status).toBe(
      "fail",
    );
  });
});

describe("passes", () => {
  it("a deployment role that administers without records", () => {
    expect(statusOf(administers, shares, { Action: "kinesis:Describe*", Resource: "*" })).toBe("pass");
  });

  it("who makes streams and writes to one that exists", () => {
    expect(statusOf({ Action: "kinesis:CreateStream", Resource: streamArn }, writes)).toBe("pass");
  });

  it("who reshards and writes, which KDS-SOD-03 judges", () => {
    expect(statusOf(reshards, writes)).toBe("pass");
  });

  it("who administers one stream and reads another", () => {
    const roles = [roleWith("a", administers, { ...reads, Resource: arnOf("bills") })];
    expect(verdictOn({ roles, streams: [streamNamed("orders"), streamNamed("bills")] }).status).toBe("pass");
  });

  it("but for administrators, who are counted", () => {
    expect(verdictOn({ roles: [administrator, streamAdministrator] })).toMatchObject({
      status: "pass",
      evidence: expect.stringContaining("Left aside: 1 administrator of the account (KDS-LP-01) and 1"),
    });
  });

  it("saying none where nobody does either", () => {
    expect(verdictOn({}).evidence).toBe("None: no principal holds these duties on orders.");
    expect(verdictOn({ roles: [roleWith("a", administers)] }).evidence).toBe(
      "None: the 1 principal that holds one of these duties on orders cannot both administer the stream and touch its records.",
    );
  });
});

it("does not guess what a document says that cannot be read, nor what was denied", () => {
  expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
  const streams = [streamNamed("orders", { resourcePolicy: denied("kinesis:GetResourcePolicy") })];
  expect(verdictOn({ streams })).toMatchObject({
    status: "unknown",
    gaps: [{ action: "kinesis:GetResourcePolicy" }],
  });
});
