import { expect, it } from "vitest";
import type { ScanEvent } from "@/lib/model/scan";
import { EventLog } from "@/lib/scan/event-log";

const never = new AbortController().signal;

it("tells progress ten times a second at most, and the last of it always", async () => {
  let nowMs = 0;
  const log = new EventLog(() => new Date(nowMs));
  for (let done = 1; done <= 10_000; done += 1) {
    nowMs += 1;
    log.tell({
      type: "progress",
      action: "kinesis:DescribeStreamSummary",
      region: "eu-west-1",
      done,
      total: 10_000,
    });
  }
  log.tell({ type: "finished", scanId: "a" });

  const events = await read(log);
  expect(events.length).toBeLessThanOrEqual(103);
  expect(events.at(-2)).toMatchObject({ done: 10_000 });
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
});

it("keeps the newest meter of each account alone, for those who come later", async () => {
  const log = new EventLog(() => new Date(0));
  const bucket = { action: "kinesis:ListStreams", region: "eu-west-1", throttled: 0, waiting: 0, pace: 1 };
  const meter = (accountId: string, sent: number) =>
    log.tell({ type: "meter", accountId, buckets: [{ ...bucket, sent }] });
  log.tell({ type: "planned", regions: ["eu-west-1"] });
  meter("111122223333", 1);
  meter("444455556666", 1);
  meter("111122223333", 2);
  const events = log.follow(0, never);
  const seen = [await events.next(), await events.next(), await events.next()].map(({ value }) => value);
  expect(seen).toMatchObject([
    { type: "planned", sequence: 1 },
    { type: "meter", sequence: 1, accountId: "111122223333", buckets: [{ sent: 2 }] },
    { type: "meter", sequence: 1, accountId: "444455556666", buckets: [{ sent: 1 }] },
  ]);
  const next = events.next();
  meter("444455556666", 5);
  expect((await next).value).toMatchObject({ type: "meter", buckets: [{ sent: 5 }] });
  log.tell({ type: "finished", scanId: "a" });
  expect((await events.next()).value).toMatchObject({ type: "finished", sequence: 2 });
  expect((await read(log)).map(({ type }) => type)).toEqual(["planned", "finished"]);
});

it("tells held progress before anything else is told", async () => {
  const log = new EventLog(() => new Date(0));
  const progress = { type: "progress", action: "iam:ListUsers", region: "us-east-1" } as const;
  log.tell({ ...progress, done: 1 });
  log.tell({ ...progress, done: 2 });
  log.tell({ ...progress, done: 3 });
  log.tell({ ...progress, region: "eu-west-1", done: 1 });
  log.tell({ type: "cancelled" });
  log.tell({ ...progress, done: 4 });
  log.tell({ type: "planned", regions: [] });

  const events = await read(log);
  expect(events).toMatchObject([
    { done: 1 },
    { done: 1, region: "eu-west-1" },
    { done: 3 },
    { type: "cancelled" },
  ]);
});

async function read(log: EventLog): Promise<ScanEvent[]> {
  const events: ScanEvent[] = [];
  for await (const event of log.follow(0, never)) events.push(event);
  return events;
}
