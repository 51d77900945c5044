import type { Figure, Result } from "./figure";

/** Median and spread of the runs of a figure. */
export function summarise(
  { name, unit, note }: Pick<Figure, "name" | "unit" | "note">,
  values: readonly number[],
): Result {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new RangeError(`${name} was never measured`);
  const [lower = least, upper = least] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return {
    name,
    value: round((lower + upper) / 2),
    unit,
    runs: sorted.length,
    spread: round(most - least),
    ...(note !== undefined && { note }),
  };
}

/** Four digits say more than any of our measurements knows. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
