import { describe, expect, it } from "vitest";
import { numericEquals } from "@/lib/iam/conditions/numeric-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("NumericEquals", () => {
  it.each([
    { policy: "5", actual: "5.0", expected: yes },
    { policy: "5", actual: "6", expected: no },
    { policy: "+5", actual: "5", expected: yes },
    { policy: "1e3", actual: "1000", expected: yes },
    { policy: ".5", actual: "0.5", expected: yes },
    { policy: "9007199254740993", actual: "9007199254740992", expected: no },
    { policy: "x", actual: "5", expected: maybe },
    { policy: "5", actual: "x", expected: no },
    { policy: "5", actual: "", expected: no },
    { policy: "5", actual: "Infinity", expected: no },
    { policy: "5", actual: "0x5", expected: no },
    {
      policy: "5",
      actual:
        "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999",
      expected: no,
    },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(numericEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(numericEquals).toMatchObject({ name: "NumericEquals", negated: false, variables: "none" });
  });
});
