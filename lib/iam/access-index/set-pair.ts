import {
  emptySet,
  intersect,
  rangeSet,
  sameSet,
  subtract,
  uniteAll,
} from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";

/**
 * Two bounds of a set: what is in it for sure, and what may be in it. The second holds the first. Where
 * nothing is open both are one object, so that it is kept and computed once.
 */
export interface SetPair {
  readonly must: ResourceSet;
  readonly may: ResourceSet;
}

/** A set of which nothing is open. */
export function settled(set: ResourceSet): SetPair {
  return { must: set, may: set };
}

/** The one empty pair, so that emptiness is seen by identity. */
export const nothing = settled(emptySet);

/** Sets of one account's resources: {@link SetAlgebra.everything} and {@link nothing} are known by identity and cost nothing. */
export class SetAlgebra {
  readonly everything: SetPair;
  /** All of them possibly, and none for sure. */
  readonly open: SetPair;

  constructor(placeCount: number) {
    const all = rangeSet(0, placeCount);
    this.everything = all === emptySet ? nothing : settled(all);
    this.open = all === emptySet ? nothing : { must: emptySet, may: all };
  }

  /** A pair from two bounds, or the one of its kind that is known already. */
  pair(must: ResourceSet, may: ResourceSet): SetPair {
    if (may === emptySet) return nothing;
    if (must !== may && !sameSet(must, may)) return { must, may };
    return sameSet(may, this.everything.may) ? this.everything : settled(may);
  }

  unite(pairs: readonly SetPair[]): SetPair {
    const [only = nothing, ...more] = pairs.filter((pair) => pair !== nothing);
    if (more.length === 0) return only;
    const all = [only, ...more];
    if (all.includes(this.everything)) return this.everything;
    const may = uniteAll(all.map((pair) => pair.may));
    if (all.every(({ must, may: bound }) => must === bound)) return settled(may);
    return { must: uniteAll(all.map(({ must }) => must)), may };
  }

  intersect(one: SetPair, other: SetPair): SetPair {
    if (one === other || other === this.everything) return one;
    if (one === this.everything) return other;
    const may = intersect(one.may, other.may);
    if (may === emptySet) return nothing;
    const isSettled = one.must === one.may && other.must === other.may;
    return isSettled ? settled(may) : { must: intersect(one.must, other.must), may };
  }

  /** What is denied for sure is out of both; what may be denied is out of what is in for sure. */
  subtract(one: SetPair, other: SetPair): SetPair {
    if (other === nothing || one === nothing) return one;
    const may = subtract(one.may, other.must);
    if (may === emptySet) return nothing;
    const isSettled = one.must === one.may && other.must === other.may;
    return isSettled ? settled(may) : { must: subtract(one.must, other.may), may };
  }

  complement(pair: SetPair): SetPair {
    return this.subtract(this.everything, pair);
  }
}
