import type { Figure } from "./figure";

/** The figures that a name stands for: itself, or all below it, so that `demo` means `demo.scan` too. All, without names. */
export function selectFigures(figures: readonly Figure[], names: readonly string[]): readonly Figure[] {
  if (names.length === 0) return figures;
  const covers = (wanted: string, name: string) => name === wanted || name.startsWith(`${wanted}.`);
  const unknown = names.find((wanted) => !figures.some(({ name }) => covers(wanted, name)));
  if (unknown !== undefined) {
    throw new RangeError(
      `no figure is called ${unknown}; there are ${figures.map(({ name }) => name).join(", ")}`,
    );
  }
  return figures.filter(({ name }) => names.some((wanted) => covers(wanted, name)));
}
