const millisecondsPerDay = 86_400_000;

/** Whole days from one instant to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}
