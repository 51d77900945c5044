/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0, below `end`. */
  readonly below: (end: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (share: number) => boolean;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** One of a list that is made while it runs. */
  readonly pickFrom: <Item>(items: readonly Item[], otherwise: Item) => Item;
}

/** mulberry32: small, fast, and good enough for test data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    percent: (share) => next() * 100 < share,
    pick: (items) => items[below(items.length)] ?? items[0],
    pickFrom: (items, otherwise) => items[below(items.length)] ?? otherwise,
  };
}
