import { array, assert, integer, property, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { emptySet, hasPlace, setOf } from "@/lib/iam/access-index/resource-set";
import { setsByWord } from "@/lib/iam/access-index/sets-by-word";

const places = uniqueArray(integer({ min: 0, max: 200 }), { maxLength: 40 });

describe("sets by word", () => {
  it("finds the sets that have a place, in the order given", () => {
    assert(
      property(array(places, { maxLength: 8 }), integer({ min: 0, max: 220 }), (lists, place) => {
        const sets = lists.map((list) => setOf(list.toSorted((one, other) => one - other)));
        const found = setsByWord(sets.entries(), ([, set]) => set)(place);
        expect(found).toEqual([...sets.entries()].filter(([, set]) => hasPlace(set, place)));
      }),
    );
  });

  it("finds nothing for a place that is in no index", () => {
    const of = setsByWord([setOf([0, 31]), emptySet], (set) => set);
    expect(of(-1)).toEqual([]);
    expect(of(31)).toHaveLength(1);
  });
});
