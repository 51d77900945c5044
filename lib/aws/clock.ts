import "server-only";
import { setTimeout as delay } from "node:timers/promises";

/** Time as the governor sees it: tests bring their own. */
export interface Clock {
  /** Milliseconds since some beginning; never goes back. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  // A timer may go off up to a millisecond early.
  sleep: (ms, signal) => delay(Math.ceil(ms) + 1, undefined, { signal }),
};
