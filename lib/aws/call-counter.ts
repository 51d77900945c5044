import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import type { CallCount } from "@/lib/model/snapshot";

interface Tally {
  count: number;
  throttled: number;
}

/** Counts every request that left, retries included. */
export class CallCounter {
  readonly #share: number;
  readonly #tallies = new Map<string, Tally>();

  constructor(share: number) {
    this.#share = share;
  }

  sent({ action }: Pick<AwsCall, "action">, region: string): void {
    this.#tally(action, region).count += 1;
  }

  throttled({ action }: Pick<AwsCall, "action">, region: string): void {
    this.#tally(action, region).throttled += 1;
  }

  /** By operation, then Region. */
  counts(): CallCount[] {
    return [...this.#tallies.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { count, throttled }]) => {
        const [operation = "", region = ""] = key.split("|");
        return { operation, region, count, throttled, share: this.#share };
      });
  }

  #tally(action: string, region: string): Tally {
    const key = `${action}|${region}`;
    const tally = this.#tallies.get(key) ?? { count: 0, throttled: 0 };
    this.#tallies.set(key, tally);
    return tally;
  }
}
