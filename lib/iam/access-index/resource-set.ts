import { wordAt } from "@/lib/iam/access-index/item-at";

/**
 * A set of resources, each by its place in the sorted list of ARNs: 32 places a word.
 *
 * Only the words between the first and the last that are not zero are kept. ARNs that one pattern covers
 * lie side by side, so that most sets of an account with 10,000 streams are a few words long.
 */
export interface ResourceSet {
  /** How many words of zeros go before. */
  readonly first: number;
  readonly words: Uint32Array;
}

const bitsPerWord = 32;
const wordShift = 5;

/** The one empty set, so that emptiness is seen by identity. */
export const emptySet: ResourceSet = { first: 0, words: new Uint32Array(0) };

export function wordCount(placeCount: number): number {
  return Math.ceil(placeCount / bitsPerWord);
}

export function hasPlace({ first, words }: ResourceSet, place: number): boolean {
  return ((wordAt(words, (place >>> wordShift) - first) >>> (place & 31)) & 1) === 1;
}

/** The places from `from`, up to and without `to`. */
export function rangeSet(from: number, to: number): ResourceSet {
  if (from >= to) return emptySet;
  const first = from >>> wordShift;
  const words = new Uint32Array(((to - 1) >>> wordShift) - first + 1).fill(0xff_ff_ff_ff);
  const last = words.length - 1;
  words[0] = wordAt(words, 0) & (-1 << (from & 31));
  words[last] = wordAt(words, last) & (-1 >>> (31 - ((to - 1) & 31)));
  return { first, words };
}

/** A set from places in ascending order. */
export function setOf(places: readonly number[]): ResourceSet {
  const [least, most] = [places[0], places.at(-1)];
  if (least === undefined || most === undefined) return emptySet;
  const first = least >>> wordShift;
  const words = new Uint32Array((most >>> wordShift) - first + 1);
  for (const place of places) {
    const at = (place >>> wordShift) - first;
    words[at] = wordAt(words, at) | (1 << (place & 31));
  }
  return { first, words };
}

/** The places in ascending order. */
export function* placesOf({ first, words }: ResourceSet): Generator<number> {
  for (const [at, word] of words.entries())
    for (let rest = word; rest !== 0; rest &= rest - 1)
      yield (first + at) * bitsPerWord + 31 - Math.clz32(rest & -rest);
}

export function countPlaces({ words }: ResourceSet): number {
  let count = 0;
  for (const word of words) count += onesOf(word);
  return count;
}

function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const nibbles = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

export function sameSet(one: ResourceSet, other: ResourceSet): boolean {
  if (one === other) return true;
  if (one.first !== other.first || one.words.length !== other.words.length) return false;
  for (let at = 0; at < one.words.length; at++) if (one.words[at] !== other.words[at]) return false;
  return true;
}

/** What is in both. */
export function intersect(one: ResourceSet, other: ResourceSet): ResourceSet {
  if (one === other) return one;
  const first = Math.max(one.first, other.first);
  const end = Math.min(one.first + one.words.length, other.first + other.words.length);
  if (first >= end) return emptySet;
  const words = one.words.slice(first - one.first, end - one.first);
  const shift = first - other.first;
  for (let at = 0; at < words.length; at++) words[at] = wordAt(words, at) & wordAt(other.words, at + shift);
  return trimmed(first, words);
}

/** What is in the first and not in the second. */
export function subtract(one: ResourceSet, other: ResourceSet): ResourceSet {
  const from = Math.max(one.first, other.first);
  const end = Math.min(one.first + one.words.length, other.first + other.words.length);
  if (from >= end) return one;
  const words = one.words.slice();
  for (let at = from; at < end; at++)
    words[at - one.first] = wordAt(words, at - one.first) & ~wordAt(other.words, at - other.first);
  return trimmed(one.first, words);
}

/** What is in any of them. */
export function uniteAll(sets: readonly ResourceSet[]): ResourceSet {
  let only = emptySet;
  let isOne = true;
  let first = Number.MAX_SAFE_INTEGER;
  let end = 0;
  for (const set of sets) {
    if (set === emptySet) continue;
    if (only !== emptySet && set !== only) isOne = false;
    only = set;
    first = Math.min(first, set.first);
    end = Math.max(end, set.first + set.words.length);
  }
  if (isOne) return only;
  const words = new Uint32Array(end - first);
  for (const set of sets) addWords(words, set.words, set.first - first);
  return { first, words };
}

function addWords(total: Uint32Array, words: Uint32Array, shift: number): void {
  for (let at = 0; at < words.length; at++) total[at + shift] = wordAt(total, at + shift) | wordAt(words, at);
}

/** A set from words that nobody else holds, without the zeros at either end. */
function trimmed(offset: number, words: Uint32Array): ResourceSet {
  let from = 0;
  let end = words.length;
  while (from < end && words[from] === 0) from++;
  while (end > from && words[end - 1] === 0) end--;
  if (from === end) return emptySet;
  return { first: offset + from, words: from === 0 && end === words.length ? words : words.slice(from, end) };
}
