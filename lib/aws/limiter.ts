import "server-only";
import pThrottle from "p-throttle";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

/** Calls of one operation that may be under way in one Region. */
const inFlightMax = 8;
/** Above this rate timers are too coarse to space calls one by one. */
const spacedPerSecondMax = 50;
const windowMs = 100;

export interface LimiterOptions {
  /** Part of each documented rate that may be used, 0 to 1; undefined: the endpoint is nobody's production. */
  readonly share: number | undefined;
  readonly signal: AbortSignal;
}

/** Where a quota is counted. */
export interface QuotaPlace {
  readonly region: string;
  readonly resource?: string;
}

type Run = <T>(send: () => Promise<T>) => Promise<T>;

/**
 * Lets the calls of one account through at a share of AWS's rates, each operation in each Region by itself.
 *
 * Every attempt passes here, retries included, so the share holds whatever comes back.
 */
export class Limiter {
  readonly #options: LimiterOptions;
  readonly #lanes = new Map<string, Run>();

  constructor(options: LimiterOptions) {
    this.#options = options;
  }

  run<T>(call: AwsCall, place: QuotaPlace, send: () => Promise<T>): Promise<T> {
    const key = [call.action, place.region, call.perResource ? (place.resource ?? "") : ""].join("|");
    const lane = this.#lanes.get(key) ?? this.#lane(call);
    this.#lanes.set(key, lane);
    return lane(send);
  }

  #lane({ perSecond }: AwsCall): Run {
    const { share, signal } = this.#options;
    const paced = share === undefined ? undefined : pace(perSecond * share, signal);
    const bounded = bound(inFlightMax);
    return (send) =>
      bounded(async () => {
        // What waits in line when the scan ends must not begin to wait for its turn.
        signal.throwIfAborted();
        await paced?.();
        signal.throwIfAborted();
        return send();
      });
  }
}

function pace(perSecond: number, signal: AbortSignal): () => Promise<void> {
  const spaced = perSecond <= spacedPerSecondMax;
  const rate = spaced
    ? { limit: 1, interval: 1000 / perSecond }
    : { limit: Math.floor((perSecond * windowMs) / 1000), interval: windowMs };
  return pThrottle({ ...rate, strict: true, signal })(() => Promise.resolve());
}

function bound(max: number): Run {
  let free = max;
  const waiting: (() => void)[] = [];

  return async (send) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await send();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
