import { describe, expect, it } from "vitest";
import { numericGreaterThan } from "@/lib/iam/conditions/numeric-greater-than";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("NumericGreaterThan", () => {
  it.each([
    { policy: "5", actual: "5", expected: no },
    { policy: "5", actual: "5.1", expected: yes },
    { policy: "5", actual: "10", expected: yes },
    { policy: "5", actual: "4", expected: no },
    { policy: "5", actual: "x", expected: no },
    { policy: "9007199254740992", actual: "9007199254740993", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(numericGreaterThan.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(numericGreaterThan).toMatchObject({
      name: "NumericGreaterThan",
      negated: false,
      variables: "none",
    });
  });
});
