import { expect, it } from "vitest";
import { busyBuckets, nothingTold, sumSteps, tellProgress } from "@/components/scan/progress-state";
import type { ScanEventBody } from "@/lib/model/scan";

function tell(...bodies: readonly ScanEventBody[]) {
  return bodies.reduce(
    (state, body, index) => tellProgress(state, { ...body, sequence: index + 1, at: "2026-11-23T12:00:00Z" }),
    nothingTold,
  );
}

it("adds up what was answered over actions and Regions", () => {
  const state = tell(
    { type: "progress", action: "kinesis:ListStreams", region: "us-east-1", done: 2 },
    { type: "progress", action: "kinesis:DescribeStreamSummary", region: "us-east-1", done: 1, total: 12 },
    { type: "progress", action: "kinesis:DescribeStreamSummary", region: "us-east-1", done: 4, total: 12 },
    { type: "progress", action: "kinesis:DescribeStreamSummary", region: "eu-west-1", done: 1, total: 3 },
  );

  expect(sumSteps(state)).toEqual({ done: 7, total: 17 });
  expect(state.current).toBe("kinesis:DescribeStreamSummary in eu-west-1");
});

it("never counts more done than there is to do", () => {
  const state = tell({ type: "progress", action: "iam:X", region: "aws-global", done: 5, total: 4 });

  expect(sumSteps(state)).toEqual({ done: 5, total: 5 });
});

it("says who was found, where, and how many facts are missing", () => {
  const gap = { action: "kms:DescribeKey", reason: "access-denied", message: "no" } as const;
  const state = tell(
    { type: "started", scanId: "s1" },
    { type: "identified", accountId: "111122223333", identityArn: "arn:aws:iam::111122223333:role/weir" },
    { type: "planned", regions: ["us-east-1"] },
    { type: "gap", gap },
    { type: "gap", gap },
  );

  expect(state).toMatchObject({
    accountIds: ["111122223333"],
    regions: ["us-east-1"],
    gaps: 2,
    ended: false,
  });
});

it.each([
  { type: "finished", scanId: "s1" },
  { type: "failed", failure: { code: "unexpected", message: "m", advice: "a" } },
  { type: "cancelled" },
] as const)("has ended once the scan is $type", (body) => {
  expect(tell(body).ended).toBe(true);
});

it("shows the buckets of every account, the one that the scan waits for longest first", () => {
  const bucket = { region: "eu-west-1", sent: 9, throttled: 0, waiting: 0, pace: 1, allowed: 4.5, quota: 5 };
  const state = tell(
    { type: "meter", accountId: "111122223333", buckets: [{ ...bucket, action: "kinesis:Old" }] },
    {
      type: "meter",
      accountId: "111122223333",
      buckets: [
        { ...bucket, action: "kinesis:ListStreams" },
        { ...bucket, action: "kinesis:GetResourcePolicy", waiting: 9 },
      ],
    },
    {
      type: "meter",
      accountId: "444455556666",
      buckets: [{ ...bucket, action: "iam:ListUsers", waiting: 90 }],
    },
  );
  expect(busyBuckets(state).map(({ action, place }) => `${action} ${place}`)).toEqual([
    "iam:ListUsers eu-west-1 of 444455556666",
    "kinesis:GetResourcePolicy eu-west-1 of 111122223333",
    "kinesis:ListStreams eu-west-1 of 111122223333",
  ]);
});
