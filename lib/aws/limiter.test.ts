import { assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { calls } from "@/lib/aws/calls";
import { Limiter } from "@/lib/aws/limiter";
import { Pacer } from "@/lib/aws/pacer";
import { createTestClock } from "@/lib/aws/test-clock";

const place = { region: "eu-west-1" };
const second = 1000;

describe("Limiter", () => {
  it("spaces calls at its share, and saves none up for a burst", async () => {
    // 20 a second, of which a half: one each 100 ms.
    const { limiter, clock, starts, send } = paced(0.5);
    const sent = Array.from({ length: 6 }, () => send(limiter));
    await clock.advance(10 * second);
    await Promise.all(sent);
    expect(starts).toEqual([0, 100, 200, 300, 400, 500]);
    const later = [send(limiter), send(limiter)];
    await clock.advance(second);
    await Promise.all(later);
    expect(starts.slice(6)).toEqual([10_000, 10_100]);
  });

  it("stays within its share in every window of ten seconds, at any rate and share", () => {
    assert(
      property(double({ min: 0.05, max: 0.9, noNaN: true }), integer({ min: 1, max: 100 }), (share, rate) => {
        const slots: number[] = [];
        let now = 0;
        // Each waits until its turn, as if it slept.
        const clock = { now: () => now, sleep: async (ms: number) => void (now += ms) };
        const pacer = new Pacer(rate * share, clock);
        const { signal } = new AbortController();
        for (let call = 0; call < 200; call += 1) {
          void pacer.turn(signal);
          slots.push(now);
        }
        const inWindow = (from: number) => slots.filter((at) => at >= from && at < from + 10 * second).length;
        for (const from of slots) expect(inWindow(from)).toBeLessThanOrEqual(share * rate * 10 + 1 + 1e-9);
        const gaps = slots.slice(1).map((at, index) => at - (slots[index] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual((0.95 / (share * rate)) * second);
      }),
    );
  });

  it("paces Regions apart, operations, and streams where the quota is each stream's own", async () => {
    const { limiter, clock } = paced(0.05);
    const began = [
      limiter.run(calls.listStreams, { region: "eu-west-1" }, nothing),
      limiter.run(calls.listStreams, { region: "eu-west-2" }, nothing),
      limiter.run(calls.getResourcePolicy, { region: "eu-west-1" }, nothing),
      ...["a", "b", "c"].map((resource) =>
        limiter.run(calls.listStreamConsumers, { ...place, resource }, nothing),
      ),
    ];
    await clock.advance(0);
    await Promise.all(began);
    expect(clock.now()).toBe(0);
  });

  it("halves its rate when AWS says that it is too much, tells so once, and recovers", async () => {
    const { limiter, clock, starts, send } = paced(0.5);
    const call = calls.describeStreamSummary;
    expect(limiter.throttled(call, place)).toEqual({ quota: 20, was: 10, now: 5 });
    expect(limiter.throttled(call, place)).toBeUndefined();
    const sent = [send(limiter), send(limiter), send(limiter)];
    await clock.advance(10 * second);
    await Promise.all(sent);
    // A quarter of ten a second: one each 400 ms, the first after the pause as well.
    expect(starts).toEqual([400, 800, 1200]);
    for (let answer = 0; answer < 15; answer += 1) limiter.answered(call, place);
    const later = [send(limiter), send(limiter), send(limiter)];
    await clock.advance(10 * second);
    await Promise.all(later);
    expect(starts.slice(-2)[1]! - starts.slice(-2)[0]!).toBe(100);
    expect(limiter.throttled(call, place)).toMatchObject({ was: 10 });
  });

  it("never becomes slower than a sixteenth, nor faster than its share", () => {
    const clock = createTestClock();
    const pacer = new Pacer(16, clock);
    for (let time = 0; time < 20; time += 1) pacer.throttled();
    expect(pacer.perSecond).toBe(1);
    for (let time = 0; time < 100; time += 1) pacer.answered();
    expect(pacer.perSecond).toBe(16);
  });

  it("slows one bucket down, and no other", async () => {
    const { limiter, clock } = paced(0.5);
    limiter.throttled(calls.describeStreamSummary, place);
    const other = limiter.run(calls.describeStreamSummary, { region: "eu-west-2" }, nothing);
    await clock.advance(0);
    await other;
    expect(clock.now()).toBe(0);
  });

  it("bounds what is under way where there is no rate, and has nothing to slow down", async () => {
    const limiter = new Limiter({ share: undefined, signal: idle() });
    let underWay = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 50 }, () =>
        limiter.run(calls.describeStreamSummary, place, async () => {
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise((resolve) => void setTimeout(resolve, 5));
          underWay -= 1;
        }),
      ),
    );
    expect(most).toBe(8);
    expect(limiter.throttled(calls.describeStreamSummary, place)).toBeUndefined();
  });

  it("lets the next call through after one that failed", async () => {
    const limiter = new Limiter({ share: undefined, signal: idle() });
    const fail = () => Promise.reject(new Error("no"));
    const failures = Array.from({ length: 20 }, () => limiter.run(calls.listStreams, place, fail));
    expect((await Promise.allSettled(failures)).every(({ status }) => status === "rejected")).toBe(true);
    await expect(limiter.run(calls.listStreams, place, () => Promise.resolve(1))).resolves.toBe(1);
  });

  it("gives up what waits as soon as the scan is cancelled, by the real clock", async () => {
    const cancelled = new AbortController();
    const limiter = new Limiter({ share: 0.05, signal: cancelled.signal });
    const waiting = Array.from({ length: 12 }, () => limiter.run(calls.listStreams, place, nothing));
    const settled = Promise.allSettled(waiting);
    cancelled.abort();
    expect((await settled).filter(({ status }) => status === "rejected").length).toBeGreaterThan(10);
  });
});

/** A limiter on a clock that stands still, and the instants at which calls of 20 a second went out. */
function paced(share: number) {
  const clock = createTestClock();
  const limiter = new Limiter({ share, signal: idle(), clock });
  const starts: number[] = [];
  const send = (through: Limiter) =>
    through.run(calls.describeStreamSummary, place, async () => {
      starts.push(clock.now());
    });
  return { clock, limiter, starts, send };
}

function idle(): AbortSignal {
  return new AbortController().signal;
}

const nothing = () => Promise.resolve();
