import type { BucketMeter } from "@/lib/model/scan";

/** How long what waits in a bucket will take at the rate that is allowed now; 0 where nothing limits it. */
export function secondsLeft({ waiting, allowed }: BucketMeter): number {
  return allowed === undefined ? 0 : waiting / allowed;
}
