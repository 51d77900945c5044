import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import { written } from "@/lib/iam/conditions/pattern-text";
import { matchesWildcard } from "@/lib/iam/match-wildcard";

describe("compileGlob", () => {
  const anyText = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 10 });
  const anyPattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 10 });

  it("agrees with the matcher that reads its pattern each time", () => {
    fc.assert(
      fc.property(anyPattern, anyText, (pattern, text) => {
        expect(compileGlob(written(pattern))(text)).toBe(matchesWildcard(pattern, text));
      }),
      { numRuns: 10_000 },
    );
  });

  it("takes wildcards in a literal fragment as themselves", () => {
    fc.assert(
      fc.property(anyPattern, anyPattern, (literal, text) => {
        expect(compileGlob([{ text: literal, literal: true }])(text)).toBe(literal === text);
      }),
      { numRuns: 10_000 },
    );
  });

  it("joins fragments without a seam", () => {
    const pattern = [...written("a*"), { text: "*", literal: true }, ...written("b")];
    expect(compileGlob(pattern)("ax*b")).toBe(true);
    expect(compileGlob(pattern)("axb")).toBe(false);
  });

  it.each([
    { pattern: `${"*a".repeat(3000)}*b`, text: "a".repeat(6000) },
    { pattern: `${"*?a".repeat(2000)}*b`, text: "a".repeat(6000) },
    { pattern: `*${"a".repeat(3000)}b*`, text: "a".repeat(6000) },
  ])("answers a pattern that is written to be slow", ({ pattern, text }) => {
    const start = performance.now();
    expect(compileGlob(written(pattern))(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
