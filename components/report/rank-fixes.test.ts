import { expect, it } from "vitest";
import { rankFixes } from "@/components/report/rank-fixes";
import { known } from "@/lib/model/observed";
import type { Finding, ReportStream, StreamVerdict } from "@/lib/model/report";
import type { Cause } from "@/lib/model/verdict";

const read = { action: "kinesis:DescribeStreamSummary", at: "2026-11-23T12:00:00Z" };

function cause(id: string): Cause {
  return { kind: "statement", id, label: `${id} is so.`, severity: "high" };
}

function finding(findingId: string, causeId: string, streamArns: string[], checkId = "KDS-LP-02"): Finding {
  const base = { checkId, status: "fail", severity: "high", subjects: [] } as const;
  return { ...base, subjects: [], findingId, cause: cause(causeId), streams: streamArns.length, streamArns };
}

function verdict(checkId: string, findingIds: readonly string[], gain: number): StreamVerdict {
  const causes = findingIds.map((findingId) => ({ ...cause(findingId), findingId }));
  const base = { status: "fail", severity: "high", scope: "stream", inherited: false, evidence: "" } as const;
  return { ...base, checkId, causes, gain, points: gain, subjects: [], gaps: [], reads: [] };
}

function stream(name: string, verdicts: StreamVerdict[]): ReportStream {
  return {
    arn: name,
    name,
    region: "us-east-1",
    accountId: "111122223333",
    environment: { name: "not-stated", because: "" },
    score: null,
    duties: [],
    dutyGaps: [],
    verdicts,
    facts: {
      status: known("ACTIVE", read),
      mode: known("on-demand", read),
      retentionHours: known(24, read),
      createdAt: known(read.at, read),
      encryption: known({ type: "none" }, read),
      shards: known(1, read),
      channels: known(0, read),
      consumers: known([], read),
      tags: known({}, read),
      resourcePolicy: known(false, read),
    },
  };
}

it("one change that settles several findings is one fix, and its gains add up over streams", () => {
  const fixes = rankFixes({
    findings: [finding("f1", "statement-1", ["a", "b"]), finding("f2", "statement-1", ["a"], "KDS-LP-04")],
    streams: [
      stream("a", [verdict("KDS-LP-02", ["f1"], 10), verdict("KDS-LP-04", ["f2"], 4)]),
      stream("b", [verdict("KDS-LP-02", ["f1"], 10)]),
    ],
  });

  expect(fixes).toHaveLength(1);
  expect(fixes[0]).toMatchObject({
    gain: 12,
    streams: 2,
    checkIds: ["KDS-LP-02", "KDS-LP-04"],
    shared: false,
  });
});

it("a verdict that two causes spoil gives each its part, and says so", () => {
  const fixes = rankFixes({
    findings: [finding("f1", "one", ["a"]), finding("f2", "other", ["a"])],
    streams: [stream("a", [verdict("KDS-LP-02", ["f1", "f2"], 10)])],
  });

  expect(fixes.map(({ gain, shared }) => ({ gain, shared }))).toEqual([
    { gain: 5, shared: true },
    { gain: 5, shared: true },
  ]);
});

it("the greatest gain comes first, and what is unknown or waived is no fix", () => {
  const waived: Finding = { ...finding("f3", "waived", ["a"]), status: "waived" };
  const unknown: Finding = { ...finding("f4", "unread", ["a"]), status: "unknown" };
  const fixes = rankFixes({
    findings: [finding("f1", "small", ["a"]), finding("f2", "large", ["a"]), waived, unknown],
    streams: [stream("a", [verdict("KDS-LP-02", ["f1"], 2), verdict("KDS-REST-01", ["f2"], 9)])],
  });

  expect(fixes.map(({ cause: { id } }) => id)).toEqual(["large", "small"]);
});
