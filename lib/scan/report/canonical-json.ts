/**
 * JSON of plain data without white space and with the members of every object in the order of their
 * names, so that equal values give equal bytes. Members that are functions or undefined are left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  return writeAt(0, value);
}

/** Above this depth (a report's streams lie there) values are copied one by one, so that no report is in memory twice. */
const copiedFrom = 2;

function writeAt(depth: number, value: unknown): string {
  const copy = depth < copiedFrom ? undefined : inOrder(value);
  if (copy !== undefined) return JSON.stringify(copy);
  if (!isObject(value)) return JSON.stringify(value ?? null);

  const write = (member: unknown) => writeAt(depth + 1, member);
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  const members = namesInOrder(value).flatMap((name) =>
    isData(value[name]) ? [`${JSON.stringify(name)}:${write(value[name])}`] : [],
  );
  return `{${members.join(",")}}`;
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

/** RFC 8785 orders names by UTF-16 code units, in which JavaScript compares strings. Few are out of order. */
function namesInOrder(value: object): string[] {
  const names = Object.keys(value);
  for (let at = 1; at < names.length; at++) {
    const name = names[at] ?? "";
    let place = at;
    for (; place > 0 && (names[place - 1] ?? "") > name; place--) names[place] = names[place - 1] ?? "";
    names[place] = name;
  }
  return names;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isData(member: unknown): boolean {
  return member !== undefined && typeof member !== "function";
}
