import { wordAt } from "@/lib/iam/access-index/item-at";
import { emptySet, wordCount } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";

/** How many words are asked of the system at once. A set of its own each would cost more than its words. */
const slabWords = 1 << 18;

/** What limits a set that is added. More than two at once are not needed. */
type Limits = readonly [] | readonly [ResourceSet] | readonly [ResourceSet, ResourceSet];

/** Words from `first`, up to and without `end`. */
interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** A set that is changed in place while an answer is worked out, and kept when it is done. */
export class ScratchSet {
  readonly #words: Uint32Array;
  /** The same words as a set, zeros and all. */
  readonly #whole: ResourceSet;
  /** What lies outside of these is zero. */
  #first = 0;
  #end = 0;

  constructor(placeCount: number) {
    this.#words = new Uint32Array(wordCount(placeCount));
    this.#whole = { first: 0, words: this.#words };
  }

  get isEmpty(): boolean {
    return this.#first >= this.#end;
  }

  clear(): void {
    this.#words.fill(0, this.#first, this.#end);
    this.#first = this.#end = 0;
  }

  /** Adds what is in a set, and in all of some limits. */
  add(set: ResourceSet, limits: Limits): void {
    this.#addWithin(set, limits, { first: set.first, end: endOf(set) });
  }

  /** Adds what is in another scratch set, and in all of some limits. */
  addScratch(other: ScratchSet, limits: Limits): void {
    this.#addWithin(other.#whole, limits, { first: other.#first, end: other.#end });
  }

  #addWithin(set: ResourceSet, limits: Limits, whole: Stretch): void {
    let { first, end } = whole;
    for (const limit of limits) {
      first = Math.max(first, limit.first);
      end = Math.min(end, endOf(limit));
    }
    if (first >= end) return;
    const [limit, other] = limits;
    if (!limit) addWords(this.#words, set, { first, end });
    else if (!other) addCommon(this.#words, [set, limit], { first, end });
    else addCommonOfThree(this.#words, [set, limit, other], { first, end });
    this.#widen(first, end);
  }

  /** Leaves only what is in a set. */
  keep(set: ResourceSet): void {
    const first = Math.max(this.#first, set.first);
    const end = Math.min(this.#end, endOf(set));
    if (first >= end) {
      this.clear();
      return;
    }
    const words = this.#words;
    words.fill(0, this.#first, first);
    words.fill(0, end, this.#end);
    const { words: kept, first: shift } = set;
    for (let at = first; at < end; at++) words[at] = wordAt(words, at) & wordAt(kept, at - shift);
    this.#first = first;
    this.#end = end;
  }

  /** Takes a set out. */
  remove(set: ResourceSet): void {
    const first = Math.max(this.#first, set.first);
    const end = Math.min(this.#end, endOf(set));
    const words = this.#words;
    const { words: removed, first: shift } = set;
    for (let at = first; at < end; at++) words[at] = wordAt(words, at) & ~wordAt(removed, at - shift);
  }

  /** Whether it holds what a set holds, and nothing else. */
  equals(set: ResourceSet): boolean {
    this.#trim();
    if (set.first !== this.#first || endOf(set) !== this.#end) return this.isEmpty && set === emptySet;
    const words = this.#words;
    for (let at = this.#first; at < this.#end; at++)
      if (words[at] !== set.words[at - set.first]) return false;
    return true;
  }

  /** A copy that stays. */
  freeze(shelf: Shelf): ResourceSet {
    this.#trim();
    if (this.isEmpty) return emptySet;
    return { first: this.#first, words: shelf.put(this.#words, this.#first, this.#end) };
  }

  #widen(first: number, end: number): void {
    this.#first = this.isEmpty ? first : Math.min(this.#first, first);
    this.#end = Math.max(this.#end, end);
  }

  #trim(): void {
    while (this.#first < this.#end && this.#words[this.#first] === 0) this.#first++;
    while (this.#end > this.#first && this.#words[this.#end - 1] === 0) this.#end--;
  }
}

function endOf({ first, words }: ResourceSet): number {
  return first + words.length;
}

function addWords(total: Uint32Array, { first: shift, words }: ResourceSet, { first, end }: Stretch): void {
  for (let at = first; at < end; at++) total[at] = wordAt(total, at) | wordAt(words, at - shift);
}

function addCommon(
  total: Uint32Array,
  [one, other]: readonly [ResourceSet, ResourceSet],
  { first, end }: Stretch,
): void {
  const { words: ones, first: shift } = one;
  const { words: others, first: otherShift } = other;
  for (let at = first; at < end; at++)
    total[at] = wordAt(total, at) | (wordAt(ones, at - shift) & wordAt(others, at - otherShift));
}

function addCommonOfThree(
  total: Uint32Array,
  [one, other, third]: readonly [ResourceSet, ResourceSet, ResourceSet],
  { first, end }: Stretch,
): void {
  for (let at = first; at < end; at++) {
    const common = wordAt(one.words, at - one.first) & wordAt(other.words, at - other.first);
    total[at] = wordAt(total, at) | (common & wordAt(third.words, at - third.first));
  }
}

/** Where words are kept side by side. */
export class Shelf {
  #slab = new Uint32Array(0);
  #used = 0;

  put(words: Uint32Array, from: number, to: number): Uint32Array {
    const length = to - from;
    if (this.#used + length > this.#slab.length) {
      this.#slab = new Uint32Array(Math.max(slabWords, length));
      this.#used = 0;
    }
    const kept = this.#slab.subarray(this.#used, this.#used + length);
    for (let at = 0; at < length; at++) kept[at] = wordAt(words, from + at);
    this.#used += length;
    return kept;
  }
}
