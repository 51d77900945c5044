import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";

/**
 * Finds the items whose set has a place, in the order given, without asking them all: each is kept by the words
 * of its set that are not zero, and sets of one name pattern have few.
 */
export function setsByWord<Item>(
  items: Iterable<Item>,
  setOf: (item: Item) => ResourceSet,
): (place: number) => Item[] {
  const byWord = new Map<number, Item[]>();
  for (const item of items) {
    const { first, words } = setOf(item);
    for (const [at, word] of words.entries()) if (word !== 0) add(byWord, first + at, item);
  }
  return (place) => (byWord.get(place >>> 5) ?? []).filter((item) => hasPlace(setOf(item), place));
}

function add<Item>(byWord: Map<number, Item[]>, word: number, item: Item): void {
  const items = byWord.get(word);
  if (items) items.push(item);
  else byWord.set(word, [item]);
}
