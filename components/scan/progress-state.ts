import { placeWords } from "@/lib/format/account-words";
import type { BucketMeter, ScanEvent } from "@/lib/model/scan";
import { secondsLeft } from "@/lib/model/seconds-left";

interface Step {
  readonly done: number;
  readonly total?: number | undefined;
}

/** A bucket, and where it is. */
export interface Metered extends BucketMeter {
  readonly place: string;
}

/** What a scan has told so far. */
export interface ProgressState {
  readonly accountIds: readonly string[];
  readonly regions: readonly string[];
  /** By action and Region. */
  readonly steps: Readonly<Record<string, Step>>;
  readonly current?: string;
  readonly gaps: number;
  /** The quota that somebody else was last seen to draw from. */
  readonly crowded?: {
    readonly name: string;
    readonly was: number;
    readonly now: number;
    readonly quota: number;
  };
  /** The buckets that calls go through, by account; those of the last second. */
  readonly meters: Readonly<Record<string, readonly Metered[]>>;
  /** Told its last: there is more to see on the page than here. */
  readonly ended: boolean;
}

export const nothingTold: ProgressState = {
  accountIds: [],
  regions: [],
  steps: {},
  gaps: 0,
  meters: {},
  ended: false,
};

export function tellProgress(state: ProgressState, event: ScanEvent): ProgressState {
  switch (event.type) {
    case "started":
      return state;
    case "identified":
      return { ...state, accountIds: [event.accountId] };
    case "accounts":
      return { ...state, accountIds: event.accountIds };
    case "planned":
      return { ...state, regions: [...new Set([...state.regions, ...event.regions])] };
    case "progress": {
      const current = `${event.action} in ${placeWords(event)}`;
      const step = { done: event.done, total: event.total };
      return { ...state, current, steps: { ...state.steps, [current]: step } };
    }
    case "crowded": {
      const { action, was, now, quota } = event;
      return { ...state, crowded: { name: `${action} in ${placeWords(event)}`, was, now, quota } };
    }
    case "meter": {
      const { accountId, buckets } = event;
      const metered = buckets.map((bucket) =>
        Object.assign({}, bucket, {
          place: placeWords({ region: bucket.region, ...(accountId && { accountId }) }),
        }),
      );
      return { ...state, meters: { ...state.meters, [accountId ?? ""]: metered } };
    }
    case "gap":
      return { ...state, gaps: state.gaps + 1 };
    case "finished":
    case "failed":
    case "cancelled":
    default:
      return { ...state, ended: hasEnded(event) };
  }
}

/** Whether an event is the last of its scan. */
export function hasEnded({ type }: ScanEvent): boolean {
  return type === "finished" || type === "failed" || type === "cancelled";
}

/**
 * An event as our own server sends it, made of a parsed `ScanEvent`. The shape is trusted from its type on:
 * the schema's library would double what the page loads.
 */
export function isScanEvent(value: unknown): value is ScanEvent {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** What was answered of what is known to come; lists that are still growing count what they have. */
export function sumSteps({ steps }: ProgressState): { readonly done: number; readonly total: number } {
  const all = Object.values(steps);
  return {
    done: all.reduce((sum, { done }) => sum + done, 0),
    total: all.reduce((sum, { done, total }) => sum + Math.max(done, total ?? done), 0),
  };
}

/** Every bucket that is in use, the one that will be busy longest first. */
export function busyBuckets({ meters }: ProgressState): Metered[] {
  return Object.values(meters)
    .flat()
    .toSorted((one, other) => secondsLeft(other) - secondsLeft(one) || other.pace - one.pace);
}
