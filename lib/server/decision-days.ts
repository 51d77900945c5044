import { dayOf } from "@/lib/scan/judged-by";

const dayMs = 24 * 60 * 60 * 1000;

/** The days, in UTC, on which a decision may end that is given now. */
export function daysFrom(now: Date, daysMax: number): { readonly today: string; readonly lastDay: string } {
  return { today: dayOf(now), lastDay: dayOf(new Date(now.getTime() + daysMax * dayMs)) };
}
