import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/scan/report/canonical-json";

/** As RFC 8785 says it, member by member. */
function asDefined(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asDefined).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => ({ name, member }));
  const sorted = members.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return `{${sorted.map(({ name, member }) => `${JSON.stringify(name)}:${asDefined(member)}`).join(",")}}`;
}

describe("canonicalJson", () => {
  it("orders the members of every object by their names", () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom("__proto__", "10", "9", "toJSON", "a", "B", "é", "😀"),
    );
    const { data } = fc.letrec((tie) => ({
      data: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, 0, -0, 1.5, 1e30, ""),
        fc.string({ unit: "binary" }),
        fc.array(tie("data")),
        fc.array(fc.tuple(name, tie("data"))).map((members): unknown => Object.fromEntries(members)),
      ),
    }));
    fc.assert(
      fc.property(data, (value) => {
        expect(canonicalJson(value)).toBe(asDefined(value));
      }),
    );
  });

  it("leaves out what is undefined or a function, at every depth", () => {
    const value = { c: [{ d: { b: undefined, a: 1, toJSON: () => 2 } }], a: undefined };
    expect(canonicalJson(value)).toBe('{"c":[{"d":{"a":1}}]}');
  });
});
