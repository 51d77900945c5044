import { formatUtc, formatUtcClock } from "@/lib/format/utc-time";
import type { Read } from "@/lib/model/observed";

/** The calls that a verdict rests on. */
export function Calls({ reads }: { readonly reads: readonly Read[] }) {
  if (reads.length === 0) return null;
  return (
    <section aria-labelledby="calls">
      <h3 id="calls" className="mb-1 font-semibold">
        Calls behind it
      </h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {reads.map(({ action, at }) => (
          <li key={`${action} ${at}`}>
            <code>{action}</code>{" "}
            <time dateTime={at} title={formatUtc(at)} className="text-muted">
              {formatUtcClock(at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
