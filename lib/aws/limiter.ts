import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { bound, type Run } from "@/lib/aws/bound";
import { type Clock, systemClock } from "@/lib/aws/clock";
import { Pacer } from "@/lib/aws/pacer";

/** Calls of one operation that may be under way in one Region. */
const inFlightMax = 8;

export interface LimiterOptions {
  /** Part of each documented rate that may be used, 0 to 1; undefined: the endpoint is nobody's production. */
  readonly share: number | undefined;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

/** Where a quota is counted. */
export interface QuotaPlace {
  readonly region: string;
  readonly resource?: string;
}

/** A bucket that somebody else draws from as well, in calls per second. */
export interface Crowding {
  /** What AWS documents. */
  readonly quota: number;
  /** What went out when AWS said that it is too much. */
  readonly was: number;
  /** What goes out from now on. */
  readonly now: number;
}

interface Lane {
  readonly run: Run;
  readonly pacer: Pacer | undefined;
}

/**
 * Lets the calls of one account through at a share of AWS's rates, each operation in each Region by itself.
 *
 * Every attempt passes here, retries included, so the share holds whatever comes back.
 */
export class Limiter {
  readonly #options: LimiterOptions;
  readonly #lanes = new Map<string, Lane>();

  constructor(options: LimiterOptions) {
    this.#options = options;
  }

  run<T>(call: AwsCall, place: QuotaPlace, send: () => Promise<T>): Promise<T> {
    return this.#lane(call, place).run(send);
  }

  /** Calls per second that may go out now; undefined: as many as come. */
  allowed(call: AwsCall, place: QuotaPlace): number | undefined {
    return this.#lane(call, place).pacer?.perSecond;
  }

  /** AWS answered: a bucket that was slowed down recovers a little. */
  answered(call: AwsCall, place: QuotaPlace): void {
    this.#lane(call, place).pacer?.answered();
  }

  /**
   * AWS said that it is too much, though the scan takes its share alone. Tells so at the first time since the bucket
   * ran at its full share.
   */
  throttled(call: AwsCall, place: QuotaPlace): Crowding | undefined {
    const { pacer } = this.#lane(call, place);
    if (!pacer) return undefined;
    const { perSecond: was, isSlowed } = pacer;
    pacer.throttled();
    return isSlowed ? undefined : { quota: call.perSecond, was, now: pacer.perSecond };
  }

  #lane(call: AwsCall, place: QuotaPlace): Lane {
    const key = [call.action, place.region, call.perResource ? (place.resource ?? "") : ""].join("|");
    const lane = this.#lanes.get(key) ?? this.#open(call);
    this.#lanes.set(key, lane);
    return lane;
  }

  #open({ perSecond }: AwsCall): Lane {
    const { share, signal, clock = systemClock } = this.#options;
    const pacer = share === undefined ? undefined : new Pacer(perSecond * share, clock);
    const bounded = bound(inFlightMax);
    const run: Run = (send) =>
      bounded(async () => {
        // What waits in line when the scan ends must not begin to wait for its turn.
        signal.throwIfAborted();
        await pacer?.turn(signal);
        signal.throwIfAborted();
        return send();
      });
    return { run, pacer };
  }
}
