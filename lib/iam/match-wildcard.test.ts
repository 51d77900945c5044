import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesWildcard } from "@/lib/iam/match-wildcard";
import { asRegExp } from "@/lib/iam/test-as-reg-exp";

describe("matchesWildcard", () => {
  it.each([
    { pattern: "*", text: "", covers: true },
    { pattern: "", text: "", covers: true },
    { pattern: "", text: "a", covers: false },
    { pattern: "?", text: "", covers: false },
    { pattern: "a*c", text: "abbbc", covers: true },
    { pattern: "a*c", text: "abbbd", covers: false },
    { pattern: "a**c", text: "ac", covers: true },
    { pattern: "*b*b", text: "abab", covers: true },
    { pattern: "a?c", text: "abc", covers: true },
    { pattern: "a?c", text: "ac", covers: false },
    { pattern: "a.c", text: "abc", covers: false },
    { pattern: "a+(c$", text: "a+(c$", covers: true },
    { pattern: "abc", text: "abcd", covers: false },
    { pattern: "abcd", text: "abc", covers: false },
    { pattern: "ABC", text: "abc", covers: false },
    { pattern: "*:stream/*", text: "arn:aws:kinesis:eu-central-1:111122223333:stream/a/b", covers: true },
  ])("$pattern covers $text: $covers", ({ pattern, text, covers }) => {
    expect(matchesWildcard(pattern, text)).toBe(covers);
  });

  it("compares without case where that is asked for", () => {
    expect(matchesWildcard("KINESIS:put*", "kinesis:PutRecord", { ignoreCase: true })).toBe(true);
    expect(matchesWildcard("KINESIS:put*", "kinesis:PutRecord", { ignoreCase: false })).toBe(false);
  });

  const anyText = fc.string({ unit: fc.constantFrom("a", "b", ":", ".", "$"), maxLength: 12 });
  const anyPattern = fc.string({ unit: fc.constantFrom("a", "b", ":", ".", "$", "*", "?"), maxLength: 12 });

  it("agrees with a regular expression", () => {
    fc.assert(
      fc.property(anyPattern, anyText, (pattern, text) => {
        expect(matchesWildcard(pattern, text)).toBe(asRegExp(pattern).test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("covers every text that its wildcards were replaced to make", () => {
    const replaced = anyPattern.chain((pattern) =>
      fc
        .tuple(...pattern.split("").map((symbol) => replacement(symbol)))
        .map((parts) => ({ pattern, text: parts.join("") })),
    );
    fc.assert(
      fc.property(replaced, ({ pattern, text }) => {
        expect(matchesWildcard(pattern, text)).toBe(true);
      }),
    );
  });

  it("answers a pattern that is written to be slow", () => {
    const pattern = `${"*a".repeat(3000)}*b`;
    expect(matchesWildcard(pattern, "a".repeat(6000))).toBe(false);
  });

  function replacement(symbol: string): fc.Arbitrary<string> {
    if (symbol === "*") return anyText;
    return symbol === "?" ? fc.constantFrom("a", "b", ":") : fc.constant(symbol);
  }
});
