import { rateOf } from "./quota-rates";

export interface QuotaOptions {
  /** 10 lets ten times as many calls through, and shortens a test to a tenth. */
  readonly speed?: number;
}

export interface QuotaCall {
  readonly accountId: string;
  readonly region: string;
  readonly operation: string;
  readonly resource: string | undefined;
  readonly input: object;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each account, Region and operation, filled at AWS's documented rates. */
export class Quotas {
  readonly #speed: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor({ speed = 1 }: QuotaOptions, now: () => number) {
    this.#speed = speed;
    this.#now = now;
  }

  /** False when AWS would throttle the call. */
  admit({ accountId, region, operation, resource, input }: QuotaCall): boolean {
    const rate = rateOf(operation, input);
    if (!rate) return true;

    const key = [accountId, region, rate.bucket ?? operation, rate.perResource ? resource : ""].join("|");
    const at = this.#now();
    const capacity = rate.burst * this.#speed;
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, at };
    const refill = ((at - bucket.at) / 1000) * rate.perSecond * this.#speed;
    const tokens = Math.min(capacity, bucket.tokens + Math.max(0, refill));
    const admitted = tokens >= 1;
    this.#buckets.set(key, { tokens: admitted ? tokens - 1 : tokens, at });
    return admitted;
  }
}
