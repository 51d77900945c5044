import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import { written } from "@/lib/iam/conditions/pattern-text";
import { seek } from "@/lib/iam/conditions/seek-piece";
import { asRegExp } from "@/lib/iam/test-as-reg-exp";

describe("compileGlob", () => {
  const anyText = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 10 });
  const anyPattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 10 });

  it("agrees with a regular expression", () => {
    fc.assert(
      fc.property(anyPattern, anyText, (pattern, text) => {
        expect(compileGlob(written(pattern))(text)).toBe(asRegExp(pattern).test(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it("seeks a long piece with gaps where it stands, and nowhere else", () => {
    const symbols = fc.constantFrom("a", "a", "a", "b");
    const texts = fc.string({ unit: symbols, minLength: 60, maxLength: 200 });
    const cut = fc.record({ text: texts, from: fc.nat(20), length: fc.integer({ min: 60, max: 140 }) });
    fc.assert(
      fc.property(
        cut,
        fc.array(fc.nat(139), { minLength: 1 }),
        symbols,
        ({ text, from, length }, gaps, odd) => {
          const [last = 0] = gaps;
          const piece = text
            .slice(from, from + length)
            .split("")
            .map((symbol, at) => (gaps.includes(at) ? "?" : symbol));
          expect(compileGlob(written(`*${piece.join("")}*`))(text)).toBe(true);
          const other = `*${piece.with(last % piece.length, odd).join("")}*?*`;
          expect(compileGlob(written(other))(text)).toBe(asRegExp(other).test(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([63, 64, 65, 96, 97, 128])("seeks a piece of %i characters at its first place", (length) => {
    const piece = `a?${"b".repeat(length - 2)}`;
    const text = `aa${piece.replace("?", "x")}`.repeat(2);
    const { find } = seek(piece.split("").map((symbol) => (symbol === "?" ? undefined : symbol)));
    expect([find(text, 0), find(text, 3), find(text, length + 5)]).toEqual([2, length + 4, -1]);
  });

  it("seeks a piece of more symbols than a policy has", () => {
    const symbols = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x100 + index)).join("");
    expect(compileGlob(written(`*${symbols}?*`))(`ab${symbols}c`)).toBe(true);
    expect(compileGlob(written(`*${symbols}?*`))(`ab${symbols}`)).toBe(false);
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
    { pattern: `*?${"a".repeat(50_000)}b*`, text: "a".repeat(100_000) },
    { pattern: `*${"a?".repeat(25_000)}b*`, text: "a".repeat(100_000) },
    { pattern: `${"*a?a".repeat(25_000)}b`, text: "a".repeat(100_000) },
  ])("answers a pattern that is written to be slow", ({ pattern, text }) => {
    const start = performance.now();
    expect(compileGlob(written(pattern))(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
