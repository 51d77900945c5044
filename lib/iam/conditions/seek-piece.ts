/** What stands between two `*`: characters, undefined for a `?`. */
export type Piece = readonly (string | undefined)[];

export interface Sought {
  readonly length: number;
  readonly isAt: (text: string, place: number) => boolean;
  /** The first place from `from` on, or one below zero. */
  readonly find: (text: string, from: number) => number;
}

export function seek(piece: Piece): Sought {
  const { length } = piece;
  if (!piece.includes(undefined)) {
    const wanted = piece.join("");
    return {
      length,
      isAt: (text, place) => text.startsWith(wanted, place),
      find: (text, from) => text.indexOf(wanted, from),
    };
  }
  const isAt = (text: string, place: number) => stands(piece, text, place);
  const isSmall = length <= shortLength || new Set(piece).size > symbolsMax;
  return { length, isAt, find: isSmall ? tryEachPlace(piece) : tryManyPlaces(piece) };
}

/** As long as names in ARNs are, each place is tried sooner than masks are made. */
const shortLength = 64;

/** A policy's characters are those up to U+00FF; text of more is no policy, and its masks would fill the memory. */
const symbolsMax = 256;

function stands(piece: Piece, text: string, place: number): boolean {
  if (place < 0 || place + piece.length > text.length) return false;
  for (let index = 0; index < piece.length; index++) {
    const symbol = piece[index];
    if (symbol !== undefined && symbol !== text[place + index]) return false;
  }
  return true;
}

function tryEachPlace(piece: Piece): Sought["find"] {
  return (text, from) => {
    for (let place = from; place + piece.length <= text.length; place++)
      if (stands(piece, text, place)) return place;
    return -1;
  };
}

const wordBits = 32;

/**
 * Goes through the text once, with a bit for each character of the piece: whether the piece up to there stands
 * before the place reached. So 32 places are tried at a time, and a piece that is long and like itself, which would
 * fail at its end again and again, costs no more than another.
 */
function tryManyPlaces(piece: Piece): Sought["find"] {
  const masks = masksOf(piece);
  const gaps = maskOf(piece, undefined);
  const last = 1 << ((piece.length - 1) % wordBits);
  return (text, from) => {
    const state = new Uint32Array(gaps.length);
    for (let at = from; at < text.length; at++) {
      advance(state, masks.get(text.charAt(at)) ?? gaps);
      if ((wordAt(state, state.length - 1) & last) !== 0) return at + 1 - piece.length;
    }
    return -1;
  };
}

/** Where each of its characters may stand. */
function masksOf(piece: Piece): Map<string, Uint32Array> {
  const symbols = new Set(piece.filter((symbol) => symbol !== undefined));
  return new Map([...symbols].map((symbol) => [symbol, maskOf(piece, symbol)]));
}

function maskOf(piece: Piece, wanted: string | undefined): Uint32Array {
  const mask = new Uint32Array(Math.ceil(piece.length / wordBits));
  for (const [index, symbol] of piece.entries()) {
    const word = Math.floor(index / wordBits);
    if (symbol === undefined || symbol === wanted)
      mask[word] = wordAt(mask, word) | (1 << (index % wordBits));
  }
  return mask;
}

function advance(state: Uint32Array, mask: Uint32Array): void {
  // A piece may begin anywhere.
  let carried = 1;
  for (let word = 0; word < state.length; word++) {
    const before = wordAt(state, word);
    state[word] = ((before << 1) | carried) & wordAt(mask, word);
    carried = before >>> (wordBits - 1);
  }
}

/** Masks and states have the same number of words, and nobody asks beyond the last. */
function wordAt(words: Uint32Array, place: number): number {
  return Number(words[place]);
}
