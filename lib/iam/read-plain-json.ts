import type { Node } from "jsonc-parser";

/**
 * Reads JSON of the kind that nearly all policies are: objects of few members, lists, and texts without escapes.
 * Undefined for every other text, be it JSON or not: the parser proper reads it, and says what is wrong with it.
 */
export function readPlainJson(text: string): Node | undefined {
  return new PlainReader(text).read();
}

/** So few names are compared one by one. */
const fewMembers = 16;

/** Deeper than a policy nests. */
const deepestNesting = 16;

const [quotationMark, backslash, comma, colon, blank] = [0x22, 0x5c, 0x2c, 0x3a, 0x20];
const [bracket, bracketEnd, brace, braceEnd] = [0x5b, 0x5d, 0x7b, 0x7d];
const [tab, lineFeed, carriageReturn] = [0x09, 0x0a, 0x0d];

class PlainReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Node | undefined {
    const root = this.#readValue();
    this.#skipBlanks();
    return this.#at === this.#text.length ? root : undefined;
  }

  #readValue(): Node | undefined {
    this.#skipBlanks();
    const symbol = this.#text.charCodeAt(this.#at);
    if (symbol === quotationMark) return this.#readText();
    if ((symbol !== brace && symbol !== bracket) || this.#depth === deepestNesting) return undefined;
    this.#depth++;
    const offset = this.#at++;
    const isObject = symbol === brace;
    const children = isObject ? this.#readMembers() : this.#readItems();
    this.#depth--;
    return children && { type: isObject ? "object" : "array", offset, length: this.#at - offset, children };
  }

  #readItems(): Node[] | undefined {
    const items: Node[] = [];
    if (this.#takes(bracketEnd)) return items;
    do {
      const item = this.#readValue();
      if (!item) return undefined;
      items.push(item);
    } while (this.#takes(comma));
    return this.#takes(bracketEnd) ? items : undefined;
  }

  #readMembers(): Node[] | undefined {
    const members: Node[] = [];
    const names: unknown[] = [];
    if (this.#takes(braceEnd)) return members;
    do {
      const member = this.#readMember(names);
      if (!member) return undefined;
      members.push(member);
    } while (this.#takes(comma));
    return this.#takes(braceEnd) ? members : undefined;
  }

  /** A name that is there already is wrong, and the others wait for it to be said where. */
  #readMember(names: unknown[]): Node | undefined {
    this.#skipBlanks();
    const key = this.#readText();
    if (!key || !this.#takes(colon)) return undefined;
    if (names.length === fewMembers || names.includes(key.value)) return undefined;
    names.push(key.value);
    const value = this.#readValue();
    const { offset } = key;
    return value && { type: "property", offset, length: this.#at - offset, children: [key, value] };
  }

  #readText(): Node | undefined {
    const text = this.#text;
    const offset = this.#at;
    if (text.charCodeAt(offset) !== quotationMark) return undefined;
    for (let at = offset + 1; at < text.length; at++) {
      const symbol = text.charCodeAt(at);
      if (symbol === quotationMark) {
        this.#at = at + 1;
        return { type: "string", offset, length: this.#at - offset, value: text.slice(offset + 1, at) };
      }
      if (symbol === backslash || symbol < blank) return undefined;
    }
    return undefined;
  }

  /** Whether a symbol comes next, blanks aside; then it is behind. */
  #takes(symbol: number): boolean {
    this.#skipBlanks();
    if (this.#text.charCodeAt(this.#at) !== symbol) return false;
    this.#at++;
    return true;
  }

  #skipBlanks(): void {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++;
  }
}

function isBlank(symbol: number): boolean {
  return symbol === blank || symbol === lineFeed || symbol === carriageReturn || symbol === tab;
}
