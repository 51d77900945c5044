/**
 * JSON of plain data without white space and with the members of every object in the order of their
 * names, so that equal values give equal bytes. Members that are functions or undefined are left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;

  const members: [string, unknown][] = Object.entries(value).filter(([, member]) => isData(member));
  const sorted = members.toSorted(([one], [other]) => byCodeUnits(one, other));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
}

function isData(member: unknown): boolean {
  return member !== undefined && typeof member !== "function";
}

/** RFC 8785 orders names by UTF-16 code units, in which JavaScript compares strings. */
function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : 1;
}
