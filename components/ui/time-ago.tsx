import { formatRelative } from "@/lib/format/relative-time";
import { formatUtc } from "@/lib/format/utc-time";

interface TimeAgoProps {
  readonly at: string;
  readonly now: Date;
}

/** How long ago, with the exact instant on hover. */
export function TimeAgo({ at, now }: TimeAgoProps) {
  return (
    <time dateTime={at} title={formatUtc(at)}>
      {formatRelative(at, now)}
    </time>
  );
}
