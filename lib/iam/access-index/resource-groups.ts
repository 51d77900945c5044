import { wordAt } from "@/lib/iam/access-index/item-at";
import { fingerprint } from "@/lib/iam/access-index/known-facts";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import { followsFromResource } from "@/lib/iam/access-index/party-facts";
import { setOf } from "@/lib/iam/access-index/resource-set";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import type { ContextKey } from "@/lib/iam/conditions/context";

/** Resources that a policy cannot tell apart by the condition keys that it uses. */
export interface ResourceGroup {
  /** Of one of them, which is as good as any. */
  readonly facts: KnownFacts;
  readonly set: SetPair;
}

/** Groups the resources by what is known of the keys that follow from the resource; each choice of keys once. */
export function groupResources(
  factsByPlace: readonly KnownFacts[],
  algebra: SetAlgebra,
): (keys: readonly ContextKey[]) => readonly ResourceGroup[] {
  const known = new Map<string, readonly ResourceGroup[]>();
  const labelsOf = labelPlaces(factsByPlace);
  return (keys) => {
    const telling = keys.filter(({ name }) => followsFromResource(name));
    const id = JSON.stringify(telling.map(({ name }) => name));
    const groups = known.get(id) ?? group(factsByPlace, telling.map(labelsOf), algebra);
    known.set(id, groups);
    return groups;
  };
}

/** For each place a number, the same for those of which the same is known. */
interface Labels {
  readonly byPlace: Uint32Array;
  readonly count: number;
}

/** Many choices of keys have a key in common: what is known of it is compared once. */
function labelPlaces(factsByPlace: readonly KnownFacts[]): (key: ContextKey) => Labels {
  const known = new Map<string, Labels>();
  return (key) => {
    const found = known.get(key.name);
    if (found) return found;
    const numbers = new Map<string, number>();
    const byPlace = Uint32Array.from(factsByPlace, (facts) => numberIn(numbers, fingerprint(facts, [key])));
    const labels = { byPlace, count: numbers.size };
    known.set(key.name, labels);
    return labels;
  };
}

/** Things in the order of their first appearance. */
function numberIn<Item>(numbers: Map<Item, number>, item: Item): number {
  const number = numbers.get(item) ?? numbers.size;
  numbers.set(item, number);
  return number;
}

function group(
  factsByPlace: readonly KnownFacts[],
  labellings: readonly Labels[],
  algebra: SetAlgebra,
): ResourceGroup[] {
  const combined = combine(factsByPlace.length, labellings);
  const groups: { facts: KnownFacts; places: number[] }[] = [];
  for (const [place, facts] of factsByPlace.entries()) {
    const found = (groups[wordAt(combined, place)] ??= { facts, places: [] });
    found.places.push(place);
  }
  return groups.map(({ facts, places }) => {
    const set = setOf(places);
    return { facts, set: algebra.pair(set, set) };
  });
}

/** Tells apart places that any of some labellings tells apart, and numbers them by their first appearance. */
function combine(placeCount: number, labellings: readonly Labels[]): Uint32Array {
  const combined = new Uint32Array(placeCount);
  for (const { byPlace, count } of labellings) {
    const numbers = new Map<number, number>();
    for (let place = 0; place < placeCount; place++) {
      const pair = wordAt(combined, place) * count + wordAt(byPlace, place);
      combined[place] = numberIn(numbers, pair);
    }
  }
  return combined;
}
