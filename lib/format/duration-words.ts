const units = [
  { seconds: 3600, unit: "h" },
  { seconds: 60, unit: "min" },
] as const;

/** A time that is not known to the second: `40 s`, `12 min`, `2 h`; never less than it is. */
export function durationWords(seconds: number): string {
  const found = units.find((each) => seconds >= 2 * each.seconds);
  return found ? `${Math.ceil(seconds / found.seconds)} ${found.unit}` : `${Math.ceil(seconds)} s`;
}
