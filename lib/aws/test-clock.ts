import type { Clock } from "@/lib/aws/clock";

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it on. */
export function createTestClock(): Clock & { advance: (ms: number) => Promise<void> } {
  let time = 0;
  const sleepers: Sleeper[] = [];
  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        sleepers.push({ at: time + ms, wake: resolve });
        signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      }),
    async advance(ms) {
      const end = time + ms;
      for (;;) {
        await settle();
        const next = sleepers.toSorted((one, other) => one.at - other.at)[0];
        if (!next || next.at > end) break;
        time = next.at;
        sleepers.splice(sleepers.indexOf(next), 1);
        next.wake();
      }
      time = end;
      await settle();
    },
  };
}

/** Lets everything run that can run without time going on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
