const dayMs = 86_400_000;

/** The beginning of the UTC day so many days before: two answers of one day tell the same instant. */
export function daysBefore(now: number, days: number): Date {
  return new Date((Math.floor(now / dayMs) - days) * dayMs);
}
