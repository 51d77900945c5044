import { countOf } from "@/lib/format/count-of";

/** `24 hours`, `7 days`, `30 hours`: days from two on, and only where they are whole. */
export function formatHours(hours: number): string {
  const days = hours / 24;
  return Number.isInteger(days) && days >= 2 ? countOf(days, "day") : countOf(hours, "hour");
}
