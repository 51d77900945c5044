import { createScanner, type JSONScanner } from "jsonc-parser";

/** Where a value stands in a text. */
export interface JsonSlice {
  readonly start: number;
  readonly end: number;
}

/**
 * The elements of the list that a JSON file is: of an array, of the array under `Findings` of an object, or the object
 * itself alone. It follows brackets and strings and nothing else, so that an element that is not JSON spoils no other,
 * and a file of a million brackets exhausts no stack.
 */
export function splitJson(text: string): readonly JsonSlice[] {
  const tokens = new Tokens(text);
  const first = tokens.next();
  const start = tokens.offset;
  if (first === "{" && findList(tokens)) return elements(tokens);
  if (first !== "[") return [{ start, end: text.length }];
  const list = elements(tokens);
  // What stands behind the list is no part of it, and yet of the file.
  return tokens.next() === "" ? list : [...list, { start: tokens.offset, end: text.length }];
}

/** The tokens of a JSON text, each by its first character; the empty text at the end. */
class Tokens {
  readonly #text: string;
  readonly #scanner: JSONScanner;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = createScanner(text, true);
  }

  next(): string {
    this.#scanner.scan();
    return this.#text.charAt(this.offset);
  }

  get offset(): number {
    return this.#scanner.getTokenOffset();
  }

  /** Of a string, what stands in it. */
  get value(): string {
    return this.#scanner.getTokenValue();
  }
}

/** Moves into the array under `Findings` of the object that the tokens are in; false where there is none. */
function findList(tokens: Tokens): boolean {
  let depth = 1;
  let name = "";
  while (depth > 0) {
    const token = tokens.next();
    if (token === "") return false;
    if (token === "[" && depth === 1 && name === "Findings") return true;
    depth += stepOf(token);
    if (token === '"') name = tokens.value;
    else if (token !== ":") name = "";
  }
  return false;
}

/** The elements of the array that the tokens are in, and an empty one where the text ends before it. */
function elements(tokens: Tokens): JsonSlice[] {
  const found: JsonSlice[] = [];
  let depth = 1;
  let start: number | undefined;
  for (;;) {
    const token = tokens.next();
    depth += stepOf(token);
    const isEnd = depth === 0 || token === "";
    const isBorder = isEnd || (token === "," && depth === 1);
    const isCut = token === "" && depth === 1;
    if (isBorder && start !== undefined) found.push({ start, end: tokens.offset });
    if (isCut) found.push({ start: tokens.offset, end: tokens.offset });
    if (isEnd) return found;
    start = isBorder ? undefined : (start ?? tokens.offset);
  }
}

function stepOf(token: string): number {
  if (token === "{" || token === "[") return 1;
  return token === "}" || token === "]" ? -1 : 0;
}
