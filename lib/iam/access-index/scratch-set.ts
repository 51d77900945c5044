import { numberAt } from "@/lib/iam/access-index/item-at";
import { emptySet, wordCount } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";

/** How many words are asked of the system at once. A set of its own each would cost more than its words. */
const slabWords = 1 << 18;

/** A set that is changed in place while an answer is worked out, and kept when it is done. */
export class ScratchSet {
  readonly #words: Uint32Array;
  /** What lies outside of these is zero. */
  #first = 0;
  #end = 0;

  constructor(placeCount: number) {
    this.#words = new Uint32Array(wordCount(placeCount));
  }

  get isEmpty(): boolean {
    return this.#first >= this.#end;
  }

  clear(): void {
    this.#words.fill(0, this.#first, this.#end);
    this.#first = this.#end = 0;
  }

  /** Adds what is in all of some sets. */
  add(sets: readonly [ResourceSet, ...ResourceSet[]]): void {
    const [set, ...limits] = sets;
    const first = limits.reduce((least, each) => Math.max(least, each.first), set.first);
    const end = limits.reduce((most, each) => Math.min(most, endOf(each)), endOf(set));
    if (first >= end) return;
    const words = this.#words;
    const [limit, ...others] = limits;
    if (!limit) addWords(words, set);
    else
      for (let at = first; at < end; at++) {
        let word = wordAt(set, at) & wordAt(limit, at);
        for (const other of others) word &= wordAt(other, at);
        words[at] = numberAt(words, at) | word;
      }
    this.#widen(first, end);
  }

  /** Adds what is in another scratch set, and in all of some sets. */
  addScratch(other: ScratchSet, limits: readonly ResourceSet[]): void {
    if (!other.isEmpty) this.add([other.#view(), ...limits]);
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
    for (let at = first; at < end; at++) words[at] = numberAt(words, at) & wordAt(set, at);
    this.#first = first;
    this.#end = end;
  }

  /** Takes a set out. */
  remove(set: ResourceSet): void {
    const first = Math.max(this.#first, set.first);
    const end = Math.min(this.#end, endOf(set));
    const words = this.#words;
    for (let at = first; at < end; at++) words[at] = numberAt(words, at) & ~wordAt(set, at);
  }

  /** Whether it holds what a set holds, and nothing else. */
  equals(set: ResourceSet): boolean {
    this.#trim();
    if (set.first !== this.#first || endOf(set) !== this.#end) return this.isEmpty && set === emptySet;
    return set.words.every((word, at) => word === this.#words[set.first + at]);
  }

  /** A copy that stays. */
  freeze(shelf: Shelf): ResourceSet {
    this.#trim();
    if (this.isEmpty) return emptySet;
    return { first: this.#first, words: shelf.put(this.#words, this.#first, this.#end) };
  }

  #view(): ResourceSet {
    return { first: this.#first, words: this.#words.subarray(this.#first, this.#end) };
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

function wordAt({ first, words }: ResourceSet, at: number): number {
  return numberAt(words, at - first);
}

function addWords(total: Uint32Array, { first, words }: ResourceSet): void {
  for (let at = 0; at < words.length; at++)
    total[first + at] = numberAt(total, first + at) | numberAt(words, at);
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
    for (let at = 0; at < length; at++) kept[at] = numberAt(words, from + at);
    this.#used += length;
    return kept;
  }
}
