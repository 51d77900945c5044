import { describe, expect, it } from "vitest";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { streamArn } from "@/lib/model/test-stream";
import { reshardingKeptApart } from "@/lib/checks/resharding-kept-apart";
import {
  administers,
  administrator,
  reads,
  reshards,
  roleWith,
  streamNamed,
  unreadableRole,
  verdictIn,
  writes,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const provisioned = streamNamed("orders", { mode: read("provisioned") });
const verdictOn = (world: World) => verdictIn(reshardingKeptApart, { streams: [provisioned], ...world });

describe("who reshards and touches records fails", () => {
  it.each([{ records: writes }, { records: reads }])("as by $records.Action", ({ records }) => {
    expect(verdictOn({ roles: [roleWith("a", reshards, records)] })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence:
        "The inline policy a of role a alone lets role a both reshard the stream and touch its records.",
    });
  });

  it("by an action that AWS may accept on * only, and says so", () => {
    const scales = { Action: "kinesis:UpdateShardCount", Resource: streamArn };
    expect(verdictOn({ roles: [roleWith("a", scales, writes)] })).toMatchObject({
      status: "fail",
      evidence: expect.stringContaining("depending on whether AWS accepts this resource for the action"),
    });
    const onAll = { ...scales, Resource: "*" };
    expect(verdictOn({ roles: [roleWith("a", onAll, writes)] }).evidence).not.toContain("depending");
  });
});

it("passes who reshards or administers without records, and administrators", () => {
  expect(verdictOn({ roles: [roleWith("a", reshards), roleWith("b", administers, writes)] }).status).toBe(
    "pass",
  );
  expect(verdictOn({ roles: [administrator] })).toMatchObject({
    status: "pass",
    evidence: expect.stringContaining("Left aside: 1 administrator of the account"),
  });
});

it("is not applicable to an on-demand stream", () => {
  const roles = [roleWith("a", reshards, writes)];
  expect(verdictOn({ roles, streams: [streamNamed("orders")] })).toMatchObject({
    status: "not-applicable",
    evidence: "orders is on-demand: Kinesis itself scales its shards.",
  });
});

it("does not guess the mode, nor a document that cannot be read", () => {
  const mode = denied("kinesis:DescribeStreamSummary");
  expect(verdictOn({ streams: [streamNamed("orders", { mode })] })).toMatchObject({
    status: "unknown",
    gaps: [deniedGap("kinesis:DescribeStreamSummary")],
  });
  expect(verdictOn({ roles: [unreadableRole()] }).status).toBe("unknown");
});
