import "server-only";
import type { Clock } from "@/lib/aws/clock";

/** The lowest rate, as a part of the full one: slower than that, a scan of thousands of streams never ends. */
const lowestPart = 1 / 16;
/** What a call that went through gives back of the full rate. */
const recoveredPart = 1 / 20;

/**
 * Spaces the calls of one bucket evenly: none is saved up, so that no moment sees more than the share. When AWS says
 * that it is too much, somebody else draws from the same quota: the rate is halved, and comes back call by call.
 */
export class Pacer {
  readonly #full: number;
  readonly #clock: Clock;
  #rate: number;
  #next = 0;

  /** `perSecond`: the rate that the scan allows itself. */
  constructor(perSecond: number, clock: Clock) {
    this.#full = perSecond;
    this.#rate = perSecond;
    this.#clock = clock;
  }

  /** Calls per second that go out now. */
  get perSecond(): number {
    return this.#rate;
  }

  get isSlowed(): boolean {
    return this.#rate < this.#full;
  }

  /** Waits for the next slot; those that wait get theirs in the order in which they came. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const slot = Math.max(now, this.#next);
    this.#next = slot + 1000 / this.#rate;
    if (slot > now) await this.#clock.sleep(slot - now, signal);
  }

  throttled(): void {
    this.#rate = Math.max(this.#rate / 2, this.#full * lowestPart);
    this.#next = Math.max(this.#next, this.#clock.now() + 1000 / this.#rate);
  }

  answered(): void {
    this.#rate = Math.min(this.#full, this.#rate + this.#full * recoveredPart);
  }
}
