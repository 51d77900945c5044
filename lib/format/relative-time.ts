import { formatDistanceStrict } from "date-fns";

/** `4 minutes ago`, `in 3 days`; `just now` within half a minute. "Now" is the caller's. */
export function formatRelative(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  if (Math.abs(now.getTime() - at.getTime()) < 30_000) return "just now";
  return formatDistanceStrict(at, now, { addSuffix: true });
}

/** `12 seconds`, `4 minutes`: how long something took. */
export function formatDuration(startIso: string, endIso: string): string {
  const [start, end] = [new Date(startIso), new Date(endIso)];
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return "an unknown time";
  const ms = Math.max(0, end.getTime() - start.getTime());
  if (ms < 1000) return "under a second";
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} seconds`;
  return formatDistanceStrict(start, end);
}
