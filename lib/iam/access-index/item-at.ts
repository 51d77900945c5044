/** An item that has to be there. */
export function known<Item>(item: Item | undefined, name: string): Item {
  if (item === undefined) throw new RangeError(`${name} is not in the index`);
  return item;
}

/** The item at a place that has to be one of the list's. */
export function itemAt<Item>(items: ArrayLike<Item>, place: number): Item {
  return known(items[place], String(place));
}

/** The number at a place; zero outside of the list. */
export function numberAt(numbers: ArrayLike<number>, place: number): number {
  return numbers[place] ?? 0;
}

/** A word of a set; zero outside of it. Apart from `numberAt`, which reads lists of many kinds and is slower for it. */
export function wordAt(words: Uint32Array, place: number): number {
  return words[place] ?? 0;
}
