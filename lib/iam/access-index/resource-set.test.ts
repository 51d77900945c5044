import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countPlaces,
  emptySet,
  hasPlace,
  intersect,
  placesOf,
  rangeSet,
  sameSet,
  setOf,
  subtract,
  uniteAll,
} from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { ScratchSet, Shelf } from "@/lib/iam/access-index/scratch-set";

const size = 300;
const placeSets = fc.uniqueArray(fc.nat(size - 1)).map((places) => new Set(places));
const sorted = (places: Iterable<number>) => [...places].toSorted((a, b) => a - b);
const build = (places: Iterable<number>) => setOf(sorted(places));
const list = (set: ResourceSet) => [...placesOf(set)];

/** No word of zeros at either end, and one empty set. */
function isNormal(set: ResourceSet): boolean {
  const { words } = set;
  return words.length === 0 ? set === emptySet : words[0] !== 0 && words.at(-1) !== 0;
}

describe("sets of resources", () => {
  it("hold the places that they were made of", () => {
    fc.assert(
      fc.property(placeSets, (places) => {
        const set = build(places);
        expect(list(set)).toEqual(sorted(places));
        expect(countPlaces(set)).toBe(places.size);
        for (let place = 0; place < size; place++) expect(hasPlace(set, place)).toBe(places.has(place));
      }),
    );
  });

  it("hold ranges", () => {
    fc.assert(
      fc.property(fc.nat(size), fc.nat(size), (from, to) => {
        const expected = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
        expect(list(rangeSet(from, to))).toEqual(expected);
      }),
    );
  });

  it("unite, intersect and subtract as sets of numbers do, and stay trimmed", () => {
    fc.assert(
      fc.property(placeSets, placeSets, (a, b) => {
        const [one, other] = [build(a), build(b)];
        const results = {
          both: intersect(one, other),
          first: subtract(one, other),
          any: uniteAll([one, other]),
        };
        expect(list(results.both)).toEqual(sorted([...a].filter((place) => b.has(place))));
        expect(list(results.first)).toEqual(sorted([...a].filter((place) => !b.has(place))));
        expect(list(results.any)).toEqual(sorted(new Set([...a, ...b])));
        expect(Object.values(results).every(isNormal)).toBe(true);
        expect(sameSet(one, other)).toBe(sorted(a).join() === sorted(b).join());
        expect(sameSet(one, one)).toBe(true);
        expect(intersect(one, one)).toBe(one);
        expect(uniteAll([one, emptySet, one])).toBe(one);
      }),
    );
  });
});

describe("a scratch set", () => {
  it("adds, keeps and removes as sets of numbers do, again and again", () => {
    const [scratch, other, shelf] = [new ScratchSet(size), new ScratchSet(size), new Shelf()];
    const sets = fc.tuple(placeSets, placeSets, placeSets, placeSets, placeSets);
    fc.assert(
      fc.property(sets, ([first, limit, second, kept, removed]) => {
        scratch.clear();
        other.clear();
        other.add(build(first), []);
        scratch.addScratch(other, [build(limit), build(kept)]);
        scratch.addScratch(other, [build(limit)]);
        scratch.add(build(second), []);
        scratch.keep(build(kept));
        scratch.remove(build(removed));
        const added = new Set([...first].filter((place) => limit.has(place)).concat([...second]));
        const expected = sorted(added).filter((place) => kept.has(place) && !removed.has(place));
        const frozen = scratch.freeze(shelf);
        expect(list(frozen)).toEqual(expected);
        expect(scratch.isEmpty).toBe(expected.length === 0);
        expect(scratch.equals(frozen)).toBe(true);
        expect(scratch.equals(build(removed))).toBe(expected.join() === sorted(removed).join());
        expect(isNormal(frozen)).toBe(true);
      }),
    );
  });

  it("adds no more than what is in all of two limits", () => {
    const [scratch, other, shelf] = [new ScratchSet(size), new ScratchSet(size), new Shelf()];
    fc.assert(
      fc.property(placeSets, placeSets, placeSets, (added, limit, further) => {
        scratch.clear();
        other.clear();
        other.add(build(added), []);
        scratch.addScratch(other, [build(limit), build(further)]);
        const expected = sorted(added).filter((place) => limit.has(place) && further.has(place));
        expect(list(scratch.freeze(shelf))).toEqual(expected);
        scratch.add(build(added), [build(limit), build(further)]);
        expect(list(scratch.freeze(shelf))).toEqual(expected);
      }),
    );
  });

  it("keeps what it froze when it is used again", () => {
    const [scratch, shelf] = [new ScratchSet(size), new Shelf()];
    scratch.add(rangeSet(0, size), []);
    const frozen = scratch.freeze(shelf);
    scratch.clear();
    expect(countPlaces(frozen)).toBe(size);
    expect(scratch.freeze(shelf)).toBe(emptySet);
  });
});
