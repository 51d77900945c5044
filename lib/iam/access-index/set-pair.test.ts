import * as fc from "fast-check";
import { expect, it } from "vitest";
import { hasPlace, setOf } from "@/lib/iam/access-index/resource-set";
import { nothing, SetAlgebra, settled } from "@/lib/iam/access-index/set-pair";
import type { SetPair } from "@/lib/iam/access-index/set-pair";
import { and, maybe, no, not, or, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

const size = 70;
const algebra = new SetAlgebra(size);
const values = fc.array(fc.constantFrom<Tri>(no, maybe, yes), { minLength: size, maxLength: size });

function pairOf(tris: readonly Tri[]): SetPair {
  const where = (least: Tri) => setOf([...tris.keys()].filter((place) => (tris[place] ?? no) >= least));
  return algebra.pair(where(yes), where(maybe));
}

function trisOf({ must, may }: SetPair): Tri[] {
  return Array.from({ length: size }, (_, place) => {
    if (hasPlace(must, place)) return yes;
    return hasPlace(may, place) ? maybe : no;
  });
}

it("is the evaluator's logic of three values, place by place", () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      const [one, other] = [pairOf(a), pairOf(b)];
      const each = (join: (left: Tri, right: Tri) => Tri) =>
        a.map((left, place) => join(left, b[place] ?? no));
      expect(trisOf(algebra.unite([one, other]))).toEqual(each(or));
      expect(trisOf(algebra.intersect(one, other))).toEqual(each(and));
      expect(trisOf(algebra.subtract(one, other))).toEqual(each((left, right) => and(left, not(right))));
      expect(trisOf(algebra.complement(one))).toEqual(a.map(not));
    }),
  );
});

it("knows nothing and everything by identity", () => {
  const all = algebra.everything;
  const some = settled(setOf([1, 2]));
  expect(pairOf(Array.from({ length: size }, () => yes))).toBe(all);
  expect(pairOf(Array.from({ length: size }, () => no))).toBe(nothing);
  expect(algebra.unite([])).toBe(nothing);
  expect(algebra.unite([some, all])).toBe(all);
  expect(algebra.intersect(all, some)).toBe(some);
  expect(algebra.intersect(some, all)).toBe(some);
  expect(algebra.intersect(some, settled(setOf([60])))).toBe(nothing);
  expect(algebra.complement(all)).toBe(nothing);
});

it("keeps one set where nothing is open", () => {
  const [a, b] = [settled(setOf([1, 2])), settled(setOf([2, 3]))];
  for (const { must, may } of [algebra.unite([a, b]), algebra.intersect(a, b), algebra.subtract(a, b)])
    expect(must).toBe(may);
});

it("of no resources knows nothing", () => {
  const empty = new SetAlgebra(0);
  expect([empty.everything, empty.open]).toEqual([nothing, nothing]);
});
