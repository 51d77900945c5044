import { expect, it } from "vitest";
import { verdictOf } from "@/lib/checks/test-verdicts";
import { retentionLongEnough } from "@/lib/checks/watching/retention-long-enough";
import type { AuditSettings } from "@/lib/model/settings";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { buildStream, streamArn } from "@/lib/model/test-stream";

const verdictOn = (hours: number, settings: Partial<AuditSettings> = {}) =>
  verdictOf(retentionLongEnough, {
    region: { streams: read([buildStream({ retentionHours: read(hours) })]) },
    settings,
  });

it("passes a week, and what the settings ask for", () => {
  expect(verdictOn(168)).toMatchObject({ status: "pass", evidence: "orders keeps records for 168 hours." });
  expect(verdictOn(24, { retentionHoursMin: 24 }).status).toBe("pass");
});

it("fails less, and says what was asked for", () => {
  expect(verdictOn(167)).toMatchObject({
    status: "fail",
    severity: "medium",
    evidence: "orders keeps records for 167 hours; the settings ask for at least 168 hours.",
    causes: [{ kind: "stream", id: streamArn }],
  });
  expect(verdictOn(168, { retentionHoursMin: 720 }).status).toBe("fail");
});

it("judges the longest instead, where one is named", () => {
  const settings = { retentionHoursMax: 48 };
  expect(verdictOn(24, settings).status).toBe("not-applicable");
  expect(verdictOn(48, settings).status).toBe("not-applicable");
  expect(verdictOn(49, settings)).toMatchObject({
    status: "fail",
    evidence: "orders keeps records for 49 hours; the settings ask for at most 48 hours.",
  });
});

it("does not take a retention that was not read for enough", () => {
  const gap = deniedGap("kinesis:DescribeStreamSummary");
  const streams = read([buildStream({ retentionHours: denied("kinesis:DescribeStreamSummary") })]);
  expect(verdictOf(retentionLongEnough, { region: { streams } })).toMatchObject({
    status: "unknown",
    gaps: [gap],
  });
});
