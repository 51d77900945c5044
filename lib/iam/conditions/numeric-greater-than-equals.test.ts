import { describe, expect, it } from "vitest";
import { numericGreaterThanEquals } from "@/lib/iam/conditions/numeric-greater-than-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("NumericGreaterThanEquals", () => {
  it.each([
    { policy: "5", actual: "5", expected: yes },
    { policy: "5", actual: "4.9", expected: no },
    { policy: "5", actual: "6", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(numericGreaterThanEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(numericGreaterThanEquals).toMatchObject({
      name: "NumericGreaterThanEquals",
      negated: false,
      variables: "none",
    });
  });
});
