import { describe, expect, it } from "vitest";
import { calls } from "@/lib/aws/calls";
import { Limiter } from "@/lib/aws/limiter";

const place = { region: "eu-west-1" };

describe("Limiter", () => {
  it("never exceeds its share, and spaces calls instead of sending bursts", async () => {
    // 20 a second, of which a half: one each 100 ms.
    const starts = await startsOf(new Limiter({ share: 0.5, signal: idle() }), 8);
    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(80);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(650);
  });

  it("paces Regions apart, and operations", async () => {
    const limiter = new Limiter({ share: 0.05, signal: idle() });
    const began = performance.now();
    await Promise.all([
      limiter.run(calls.listStreams, { region: "eu-west-1" }, nothing),
      limiter.run(calls.listStreams, { region: "eu-west-2" }, nothing),
      limiter.run(calls.getResourcePolicy, { region: "eu-west-1" }, nothing),
    ]);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("lets a quota that is each stream's own be each stream's own", async () => {
    const limiter = new Limiter({ share: 0.05, signal: idle() });
    const began = performance.now();
    await Promise.all(
      ["a", "b", "c"].map((resource) =>
        limiter.run(calls.listStreamConsumers, { ...place, resource }, nothing),
      ),
    );
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("bounds what is under way where there is no rate", async () => {
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
  });

  it("lets the next call through after one that failed", async () => {
    const limiter = new Limiter({ share: undefined, signal: idle() });
    const fail = () => Promise.reject(new Error("no"));
    const failures = Array.from({ length: 20 }, () => limiter.run(calls.listStreams, place, fail));
    expect((await Promise.allSettled(failures)).every(({ status }) => status === "rejected")).toBe(true);
    await expect(limiter.run(calls.listStreams, place, () => Promise.resolve(1))).resolves.toBe(1);
  });

  it("gives up what waits as soon as the scan is cancelled", async () => {
    const cancelled = new AbortController();
    const limiter = new Limiter({ share: 0.05, signal: cancelled.signal });
    const waiting = Array.from({ length: 12 }, () => limiter.run(calls.listStreams, place, nothing));
    const settled = Promise.allSettled(waiting);
    cancelled.abort();
    const began = performance.now();
    expect((await settled).filter(({ status }) => status === "rejected").length).toBeGreaterThan(10);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

async function startsOf(limiter: Limiter, count: number): Promise<number[]> {
  const starts: number[] = [];
  await Promise.all(
    Array.from({ length: count }, () =>
      limiter.run(calls.describeStreamSummary, place, () => {
        starts.push(performance.now());
        return Promise.resolve();
      }),
    ),
  );
  return starts;
}

function idle(): AbortSignal {
  return new AbortController().signal;
}

const nothing = () => Promise.resolve();
