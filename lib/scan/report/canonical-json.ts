/**
 * JSON of plain data without white space and with the members of every object in the order of their
 * names, so that equal values give equal bytes. Members that are functions or undefined are left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  return [...canonicalParts(value)].join("");
}

/**
 * The same text in parts, of which a large report has many: as one, it would be longer than a string may be.
 *
 * @param textOf the text of an object that lies as deep as a report's streams, where it is known already
 */
export function canonicalParts(value: unknown, textOf: TextOf = () => undefined): Iterable<string> {
  return partsAt(0, value, textOf);
}

/** The same text of a value that is no larger than a stream is in a report: written in one piece, which is faster. */
export function canonicalPiece(value: unknown): string {
  return [...partsAt(copiedFrom, value, () => undefined)].join("");
}

export type TextOf = (value: object) => string | undefined;

/** Above this depth (a report's streams lie there) values are copied one by one, so that no report is in memory twice. */
const copiedFrom = 2;

function* partsAt(depth: number, value: unknown, textOf: TextOf): Generator<string> {
  const text = depth === copiedFrom && isObject(value) ? textOf(value) : undefined;
  const copy = depth < copiedFrom || text !== undefined ? undefined : inOrder(value);
  if (text !== undefined) yield text;
  else if (copy !== undefined) yield JSON.stringify(copy);
  else if (Array.isArray(value)) yield* partsOfList(depth, value, textOf);
  else if (isObject(value)) yield* partsOfMembers(depth, value, textOf);
  else yield JSON.stringify(value ?? null);
}

function* partsOfList(depth: number, values: readonly unknown[], textOf: TextOf): Generator<string> {
  let before = "[";
  for (const value of values) {
    yield before;
    yield* partsAt(depth + 1, value, textOf);
    before = ",";
  }
  yield values.length === 0 ? "[]" : "]";
}

function* partsOfMembers(
  depth: number,
  value: Readonly<Record<string, unknown>>,
  textOf: TextOf,
): Generator<string> {
  let before = "";
  yield "{";
  for (const name of namesInOrder(value)) {
    if (!isData(value[name])) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* partsAt(depth + 1, value[name], textOf);
    before = ",";
  }
  yield "}";
}

/**
 * A copy that the engine's own writer, which is faster than any of ours, writes in order. Undefined where there is
 * none: an object has names such as `10` (all below `:`) first, and `__proto__` is no member once it is assigned.
 */
function inOrder(value: unknown): unknown {
  if (!isObject(value)) return value ?? null;
  return Array.isArray(value) ? listInOrder(value) : membersInOrder(value);
}

function listInOrder(values: readonly unknown[]): unknown[] | undefined {
  const copies: unknown[] = [];
  for (const value of values) {
    const copy = inOrder(value);
    if (copy === undefined) return undefined;
    copies.push(copy);
  }
  return copies;
}

function membersInOrder(value: Readonly<Record<string, unknown>>): object | undefined {
  const copies: Record<string, unknown> = {};
  for (const name of namesInOrder(value)) {
    const member = value[name];
    if (!isData(member)) continue;
    const copy = name < ":" || name === "__proto__" ? undefined : inOrder(member);
    if (copy === undefined) return undefined;
    copies[name] = copy;
  }
  return copies;
}

/** RFC 8785 orders names by UTF-16 code units, as JavaScript does. Most objects have theirs in order already. */
function namesInOrder(value: object): string[] {
  const names = Object.keys(value);
  for (let at = 1; at < names.length; at++)
    if ((names[at - 1] ?? "") > (names[at] ?? "")) return names.toSorted();
  return names;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isData(member: unknown): boolean {
  return member !== undefined && typeof member !== "function";
}
