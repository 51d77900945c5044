import { describe, expect, it } from "vitest";
import { numericLessThanEquals } from "@/lib/iam/conditions/numeric-less-than-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("NumericLessThanEquals", () => {
  it.each([
    { policy: "5", actual: "5", expected: yes },
    { policy: "5", actual: "5.1", expected: no },
    { policy: "5", actual: "4", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(numericLessThanEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(numericLessThanEquals).toMatchObject({
      name: "NumericLessThanEquals",
      negated: false,
      variables: "none",
    });
  });
});
