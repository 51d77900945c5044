/** One number that we watch. A file in `figures/` exports some; nothing else is needed to add one. */
export interface Figure {
  /** Dotted, from the general to the particular, e.g. `start.first-page`. */
  readonly name: string;
  readonly unit: string;
  /** How often it is measured; the median is reported. */
  readonly runs: number;
  readonly measure: () => Promise<number>;
  /** What the number is to be read beside. */
  readonly note?: string;
}

export interface Result {
  readonly name: string;
  /** The median of the runs. */
  readonly value: number;
  readonly unit: string;
  readonly runs: number;
  /** The largest run minus the smallest, in the figure's unit. */
  readonly spread: number;
  readonly note?: string;
}
