import type { Gap, Observed } from "@/lib/model/observed";
import type { ReportKey, StreamFacts } from "@/lib/model/report";

export interface EarlierScan {
  readonly id: string;
  readonly finishedAt: string;
}

/** Something as the scan before found it. It is shown as that, and nothing is judged by it. */
export interface Earlier<T> {
  readonly scan: EarlierScan;
  readonly value: T;
}

export interface EarlierStream {
  readonly facts: StreamFacts;
  /** Of all streams. */
  readonly keys: readonly ReportKey[];
}

/** A part of what the earlier scan found. */
export function ofEarlier<T, U>(
  earlier: Earlier<T> | undefined,
  pick: (value: T) => U | undefined,
): Earlier<U> | undefined {
  const value = earlier && pick(earlier.value);
  return earlier && value !== undefined ? { scan: earlier.scan, value } : undefined;
}

/** What an earlier scan read where the newest could not: undefined where one knows and where neither does. */
export function lastKnown<T>(
  now: Observed<T>,
  earlier: Earlier<Observed<T>> | undefined,
): Earlier<T> | undefined {
  if (now.known) return undefined;
  return ofEarlier(earlier, (was) => (was.known ? was.value : undefined));
}

/** Whether something in it could not be read, however deep; an owner's tags and names are text, and cannot imitate it. */
export function hasGap(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("known" in value && value.known === false) return true;
  return Object.values(value).some(hasGap);
}

/** Whether two gaps are one call's. */
export function isSameGap(one: Gap, other: Gap): boolean {
  return one.action === other.action && one.resource === other.resource && one.region === other.region;
}
