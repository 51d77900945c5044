import { describe, expect, it } from "vitest";
import { numericNotEquals } from "@/lib/iam/conditions/numeric-not-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("NumericNotEquals", () => {
  it.each([
    { policy: "5", actual: "5.0", expected: yes },
    { policy: "5", actual: "6", expected: no },
    { policy: "x", actual: "5", expected: maybe },
    { policy: "5", actual: "x", expected: maybe },
  ])("$actual matches $policy, before the negation: $expected", ({ policy, actual, expected }) => {
    expect(numericNotEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is negated, and its variables are none", () => {
    expect(numericNotEquals).toMatchObject({ name: "NumericNotEquals", negated: true, variables: "none" });
  });
});
