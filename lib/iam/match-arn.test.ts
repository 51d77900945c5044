import { describe, expect, it } from "vitest";
import { matchesArn, matchesEveryArn } from "@/lib/iam/match-arn";

const stream = "arn:aws:kinesis:eu-central-1:111122223333:stream/orders";

describe("matchesArn", () => {
  it.each([
    { pattern: stream, covers: true },
    { pattern: "*", covers: true },
    { pattern: "arn:aws:kinesis:*", covers: true },
    { pattern: "arn:aws:kinesis", covers: true },
    { pattern: "arn:aws:s3", covers: false },
    { pattern: "arn", covers: true },
    { pattern: "arn:*:kinesis:*:*:stream/ord*", covers: true },
    { pattern: "arn:aws:kinesis:*:111122223333:stream/order?", covers: true },
    { pattern: "arn:aws:kinesis:*:111122223333:stream/Orders", covers: false },
    { pattern: "arn:aws:kinesis:*:111122223333:orders", covers: false },
    { pattern: "arn:aws-cn:kinesis:*:*:*", covers: false },
    { pattern: "kinesis", covers: false },
  ])("$pattern covers the stream: $covers", ({ pattern, covers }) => {
    expect(matchesArn(pattern, stream)).toBe(covers);
  });
});

describe("matchesEveryArn", () => {
  it.each([
    { pattern: "*", every: true },
    { pattern: "arn:*", every: true },
    { pattern: "arn:aws:*:*:*:*", every: true },
    { pattern: "arn:aws-cn:*", every: false },
    { pattern: "arn:aws:kinesis:*", every: false },
    { pattern: "arn:aws:*:*:*:stream/*", every: false },
    { pattern: "arn:aws:*:eu-central-1:*:*", every: false },
    { pattern: "arn:aws:s3:::*", every: false },
  ])("$pattern: $every", ({ pattern, every }) => {
    expect(matchesEveryArn(pattern, "aws")).toBe(every);
  });
});
