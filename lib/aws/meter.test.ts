import { expect, it } from "vitest";
import { calls } from "@/lib/aws/calls";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { Meter } from "@/lib/aws/meter";
import { createTestClock } from "@/lib/aws/test-clock";
import type { BucketMeter } from "@/lib/model/scan";

const region = "eu-west-1";

function metered(allowed: number | undefined = 4.5) {
  const clock = createTestClock();
  const told: BucketMeter[][] = [];
  const meter = new Meter({ clock, allowed: () => allowed, tell: (buckets) => told.push(buckets) });
  const call = (which: AwsCall, times: number) => {
    for (let each = 0; each < times; each += 1) {
      meter.waits(which, region);
      meter.sent(which, region);
    }
  };
  return { clock, told, meter, call };
}

it("tells once a second how fast calls went out, what waits, and what is allowed", async () => {
  const { clock, told, meter, call } = metered();
  call(calls.listStreams, 8);
  meter.throttled(calls.listStreams, region);
  for (let each = 0; each < 3; each += 1) meter.waits(calls.listStreams, region);
  expect(told).toEqual([]);
  await clock.advance(2000);
  meter.sent(calls.listStreams, region);
  const { action, perSecond: quota } = calls.listStreams;
  const bucket = { action, region, sent: 9, throttled: 1, waiting: 2, pace: 4.5, allowed: 4.5, quota };
  expect(told).toEqual([[bucket]]);
  meter.sent(calls.listStreams, region);
  expect(told).toHaveLength(1);
  await clock.advance(1000);
  meter.sent(calls.listStreams, region);
  expect(told[1]).toEqual([{ ...bucket, sent: 11, waiting: 0, pace: 11 / 3 }]);
});

it("tells the pace of the last five seconds", async () => {
  const { clock, told, call } = metered();
  call(calls.listStreams, 100);
  for (let each = 0; each < 12; each += 1) {
    await clock.advance(1000);
    if (each % 2 === 1) call(calls.listStreams, 1);
    call(calls.describeStreamSummary, 1);
  }
  const paces = told.map((buckets) => buckets.find(({ action }) => action === "kinesis:ListStreams")?.pace);
  expect(paces.at(-1)).toBe(0.5);
});

it("leaves out what has stood still since, and has nothing waiting", async () => {
  const { clock, told, call } = metered();
  call(calls.listStreams, 1);
  await clock.advance(1000);
  call(calls.describeStreamSummary, 1);
  await clock.advance(1000);
  call(calls.describeStreamSummary, 1);
  const actions = told.map((buckets) => buckets.map(({ action }) => action));
  expect(actions).toEqual([
    ["kinesis:ListStreams", "kinesis:DescribeStreamSummary"],
    ["kinesis:DescribeStreamSummary"],
  ]);
});

it("names no quota where nothing limits the calls, or each stream has one of its own", async () => {
  const free = metered();
  const unlimited = new Meter({
    ...free,
    allowed: () => undefined,
    tell: (buckets) => free.told.push(buckets),
  });
  await free.clock.advance(1000);
  unlimited.waits(calls.listStreams, region);
  unlimited.sent(calls.listStreams, region);
  free.call(calls.listStreamConsumers, 1);
  for (const [bucket] of free.told) expect(Object.keys(bucket ?? {})).not.toContain("quota");
  expect(free.told).toHaveLength(2);
});

it("counts what was sent, and shows no pace once it is closed", async () => {
  const { clock, told, meter, call } = metered();
  call(calls.listStreams, 2);
  meter.throttled(calls.listStreams, region);
  meter.waits(calls.describeKey, region);
  await clock.advance(1000);
  call(calls.describeStreamSummary, 1);
  expect(meter.close()).toEqual([
    { operation: "kinesis:DescribeStreamSummary", region, count: 1, throttled: 0 },
    { operation: "kinesis:ListStreams", region, count: 2, throttled: 1 },
  ]);
  expect(told.at(-1)).toEqual([]);
});

it("has nothing to take back where it showed nothing", () => {
  const { told, meter } = metered();
  expect(meter.close()).toEqual([]);
  expect(told).toEqual([]);
});
