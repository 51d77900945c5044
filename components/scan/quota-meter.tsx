import { busyBuckets } from "@/components/scan/progress-state";
import type { Metered, ProgressState } from "@/components/scan/progress-state";
import { formatCount } from "@/lib/format/count-of";
import { durationWords } from "@/lib/format/duration-words";
import { perSecondWords } from "@/lib/format/per-second-words";
import { secondsLeft } from "@/lib/model/seconds-left";

/** More rows than this are nobody's bottleneck. */
const rowsMax = 8;

/** How fast calls go out, each operation in each Region by itself, beside what may go out and what AWS allows everybody. */
export function QuotaMeter({ state }: { readonly state: ProgressState }) {
  const busy = busyBuckets(state);
  if (busy.length === 0) return null;
  const others = busy.length - rowsMax;
  return (
    <div className="grid gap-2">
      <p className="text-xs text-muted">
        Calls under way.
        {busy.some(({ quota }) => quota !== undefined) &&
          " A whole bar is what AWS allows everybody together; the mark on it is what Weir allows itself."}
      </p>
      <table className="rows">
        <caption className="sr-only">Calls under way</caption>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Region</th>
            <th scope="col">Calls a second</th>
            <th scope="col">Waiting</th>
            <th scope="col">Time left</th>
          </tr>
        </thead>
        <tbody>
          {busy.slice(0, rowsMax).map((bucket) => (
            <BucketRow key={`${bucket.action} ${bucket.place}`} bucket={bucket} />
          ))}
        </tbody>
      </table>
      {others > 0 && <p className="text-xs text-muted">and {others} more, which are done sooner</p>}
    </div>
  );
}

function BucketRow({ bucket }: { readonly bucket: Metered }) {
  const { action, place, pace, allowed, quota, waiting, throttled } = bucket;
  const left = secondsLeft(bucket);
  return (
    <tr>
      <th scope="row">
        <code>{action}</code>
      </th>
      <td>{place}</td>
      <td data-label="Calls a second">
        <span className="grid gap-1">
          <span className="tabular-nums">
            {perSecondWords(pace)}
            {quota !== undefined && <span className="text-muted"> of {perSecondWords(quota)}</span>}
            {throttled > 0 && <span className="text-medium">, throttled {formatCount(throttled)} times</span>}
          </span>
          {quota !== undefined && allowed !== undefined && (
            <svg
              aria-hidden="true"
              viewBox="0 0 100 6"
              preserveAspectRatio="none"
              className="block h-1.5 w-32 max-w-full"
            >
              <rect width={100} height={6} className="fill-sunken" />
              <rect width={percent(pace / quota)} height={6} className="fill-accent" />
              <rect x={percent(allowed / quota) - 1} width={1} height={6} className="fill-ink" />
            </svg>
          )}
        </span>
      </td>
      <td data-label="Waiting" className="tabular-nums">
        {formatCount(waiting)}
      </td>
      <td data-label="Time left">{left > 0 ? `about ${durationWords(left)}` : "–"}</td>
    </tr>
  );
}

function percent(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 100);
}
