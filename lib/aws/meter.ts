import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import type { Clock } from "@/lib/aws/clock";
import type { BucketMeter } from "@/lib/model/scan";
import type { CallCount } from "@/lib/model/snapshot";

const everyMs = 1000;
/** A pace is that of so long a time: calls that may go out every other second have none in a shorter one. */
const paceOverMs = 5000;

interface Mark {
  readonly at: number;
  readonly sent: number;
}

interface Bucket {
  readonly call: AwsCall;
  readonly region: string;
  sent: number;
  throttled: number;
  waiting: number;
  /** What was told, the oldest first: the first is no newer than the pace needs. */
  readonly marks: [Mark, ...Mark[]];
}

interface MeterOptions {
  readonly clock: Clock;
  /** Calls per second that may go out now; undefined: as many as come. */
  readonly allowed: (call: AwsCall, region: string) => number | undefined;
  readonly tell: (buckets: BucketMeter[]) => void;
}

/**
 * Counts every request that left, retries included, and tells how fast they go out, when one does and a second has
 * passed: what stands still has nothing to tell.
 */
export class Meter {
  readonly #options: MeterOptions;
  readonly #buckets = new Map<string, Bucket>();
  #toldAt: number;
  #isShown = false;

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
    const now = this.#options.clock.now();
    if (now - this.#toldAt >= everyMs) this.#tell(now);
  }

  throttled(call: AwsCall, region: string): void {
    this.#bucket(call, region).throttled += 1;
  }

  /** What was sent in all, by operation, then Region. No pace is left to show. */
  close(): Omit<CallCount, "share">[] {
    if (this.#isShown) this.#options.tell([]);
    return [...this.#buckets]
      .filter(([, { sent }]) => sent > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { call, region, sent, throttled }]) => ({
        operation: call.action,
        region,
        count: sent,
        throttled,
      }));
  }

  #tell(now: number): void {
    this.#isShown = true;
    this.#toldAt = now;
    const busy = [...this.#buckets.values()].filter(
      ({ sent, waiting, marks }) => waiting > 0 || sent > (marks.at(-1)?.sent ?? 0),
    );
    this.#options.tell(busy.map((bucket) => this.#read(bucket, now)));
  }

  #read({ call, region, sent, throttled, waiting, marks }: Bucket, now: number): BucketMeter {
    const [{ at, sent: sentBefore }] = marks;
    const pace = ((sent - sentBefore) * 1000) / Math.max(everyMs, now - at);
    marks.push({ at: now, sent });
    while (marks[1] && now - marks[1].at >= paceOverMs) marks.shift();
    const allowed = call.perResource ? undefined : this.#options.allowed(call, region);
    const limits = allowed === undefined ? {} : { allowed, quota: call.perSecond };
    return { action: call.action, region, sent, throttled, waiting, pace, ...limits };
  }

  #bucket(call: AwsCall, region: string): Bucket {
    const key = `${call.action}|${region}`;
    const bucket = this.#buckets.get(key) ?? this.#open(call, region);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #open(call: AwsCall, region: string): Bucket {
    const first = { at: this.#options.clock.now(), sent: 0 };
    return { call, region, sent: 0, throttled: 0, waiting: 0, marks: [first] };
  }
}
