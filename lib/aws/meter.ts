import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import type { Clock } from "@/lib/aws/clock";
import type { BucketMeter } from "@/lib/model/scan";

const everyMs = 1000;

interface Bucket {
  readonly call: AwsCall;
  readonly region: string;
  sent: number;
  throttled: number;
  waiting: number;
  sentBefore: number;
}

interface MeterOptions {
  readonly clock: Clock;
  /** Calls per second that may go out now; undefined: as many as come. */
  readonly allowed: (call: AwsCall, region: string) => number | undefined;
  readonly tell: (buckets: BucketMeter[]) => void;
}

/** Tells how fast calls go out, when one does and a second has passed: what stands still has nothing to tell. */
export class Meter {
  readonly #options: MeterOptions;
  readonly #buckets = new Map<string, Bucket>();
  #toldAt: number;

  constructor(options: MeterOptions) {
    this.#options = options;
    this.#toldAt = options.clock.now();
  }

  waits(call: AwsCall, region: string): void {
    this.#bucket(call, region).waiting += 1;
  }

  sent(call: AwsCall, region: string): void {
    const bucket = this.#bucket(call, region);
    bucket.waiting -= 1;
    bucket.sent += 1;
    const elapsedMs = this.#options.clock.now() - this.#toldAt;
    if (elapsedMs >= everyMs) this.#tell(elapsedMs);
  }

  throttled(call: AwsCall, region: string): void {
    this.#bucket(call, region).throttled += 1;
  }

  #tell(elapsedMs: number): void {
    this.#toldAt += elapsedMs;
    const busy = [...this.#buckets.values()].filter(
      ({ sent, sentBefore, waiting }) => sent > sentBefore || waiting > 0,
    );
    this.#options.tell(busy.map((bucket) => this.#read(bucket, elapsedMs)));
    for (const bucket of busy) bucket.sentBefore = bucket.sent;
  }

  #read(bucket: Bucket, elapsedMs: number): BucketMeter {
    const { call, region, sent, throttled, waiting, sentBefore } = bucket;
    const pace = ((sent - sentBefore) * 1000) / elapsedMs;
    const allowed = call.perResource ? undefined : this.#options.allowed(call, region);
    const limits = allowed === undefined ? {} : { allowed, quota: call.perSecond };
    return { action: call.action, region, sent, throttled, waiting, pace, ...limits };
  }

  #bucket(call: AwsCall, region: string): Bucket {
    const key = `${call.action}|${region}`;
    const bucket = this.#buckets.get(key) ?? {
      call,
      region,
      sent: 0,
      throttled: 0,
      waiting: 0,
      sentBefore: 0,
    };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
