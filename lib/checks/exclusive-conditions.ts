import type { GrantStatement } from "@/lib/model/stream-access";

/**
 * Whether no one request can meet both: every statement of either half asks one key for values, and the halves have no
 * value in common. Who writes only through one VPC endpoint and reads only through another does not do both in one place.
 */
export function excludeEachOther(one: readonly GrantStatement[], other: readonly GrantStatement[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const keys = new Set(one.flatMap(({ conditions }) => conditions.map(({ key }) => key.toLowerCase())));
  return [...keys].some((key) => {
    const [those, these] = [valuesOf(one, key), valuesOf(other, key)];
    return those && these ? ![...those].some((value) => these.has(value)) : false;
  });
}

/** All values that the statements ask a key for; undefined where one of them does not ask, or not for plain values. */
function valuesOf(statements: readonly GrantStatement[], key: string): Set<string> | undefined {
  const values = statements.map(({ conditions }) =>
    conditions.find((each) => each.operator === "StringEquals" && each.key.toLowerCase() === key),
  );
  if (values.some((each) => each?.values.some((value) => value.includes("${")) ?? true)) return undefined;
  return new Set(values.flatMap((each) => each?.values ?? []));
}
