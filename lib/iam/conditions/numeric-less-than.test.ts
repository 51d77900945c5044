import { describe, expect, it } from "vitest";
import { numericLessThan } from "@/lib/iam/conditions/numeric-less-than";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("NumericLessThan", () => {
  it.each([
    { policy: "5", actual: "4.9", expected: yes },
    { policy: "5", actual: "5", expected: no },
    { policy: "5", actual: "-6", expected: yes },
    { policy: "5", actual: "10", expected: no },
    { policy: "5", actual: "x", expected: no },
    { policy: "9007199254740993", actual: "9007199254740992", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(numericLessThan.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(numericLessThan).toMatchObject({ name: "NumericLessThan", negated: false, variables: "none" });
  });
});
