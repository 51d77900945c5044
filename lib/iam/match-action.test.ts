import { describe, expect, it } from "vitest";
import { matchesAction, matchesEveryAction, matchesWholeService } from "@/lib/iam/match-action";

describe("matchesAction", () => {
  it.each([
    { pattern: "kinesis:PutRecord", action: "kinesis:PutRecord", covers: true },
    { pattern: "KINESIS:putrecord", action: "kinesis:PutRecord", covers: true },
    { pattern: "kinesis:Put*", action: "kinesis:PutRecords", covers: true },
    { pattern: "kinesis:PutRecord?", action: "kinesis:PutRecords", covers: true },
    { pattern: "kinesis:PutRecord?", action: "kinesis:PutRecord", covers: false },
    { pattern: "kinesis.*", action: "kinesis:PutRecord", covers: false },
    { pattern: "kinesis:*", action: "kinesisvideo:PutMedia", covers: false },
    { pattern: "kinesis:*", action: "kinesisanalytics:CreateApplication", covers: false },
    { pattern: "firehose:*", action: "kinesis:PutRecord", covers: false },
    { pattern: "*", action: "kinesis:PutRecord", covers: true },
    { pattern: "kin*:*", action: "kinesis:PutRecord", covers: true },
    { pattern: "*:PutRecord", action: "kinesis:PutRecord", covers: true },
  ])("$pattern covers $action: $covers", ({ pattern, action, covers }) => {
    expect(matchesAction(pattern, action)).toBe(covers);
  });
});

describe("matchesEveryAction", () => {
  it.each([
    { pattern: "*", every: true },
    { pattern: "**", every: true },
    { pattern: "*:*", every: true },
    { pattern: "kinesis:*", every: false },
    { pattern: "*:Get*", every: false },
    { pattern: "?*", every: false },
  ])("$pattern: $every", ({ pattern, every }) => {
    expect(matchesEveryAction(pattern)).toBe(every);
  });
});

describe("matchesWholeService", () => {
  it.each([
    { pattern: "iam:*", whole: true },
    { pattern: "iam*", whole: true },
    { pattern: "i*:**", whole: true },
    { pattern: "*", whole: true },
    { pattern: "*:*", whole: true },
    { pattern: "iam:Get*", whole: false },
    { pattern: "iam:CreateUser", whole: false },
    { pattern: "*:Delete*", whole: false },
    { pattern: "iam:", whole: false },
  ])("$pattern: $whole", ({ pattern, whole }) => {
    expect(matchesWholeService(pattern)).toBe(whole);
  });
});
