import { describe, expect, it } from "vitest";
import { stringEquals } from "@/lib/iam/conditions/string-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("StringEquals", () => {
  it.each([
    { policy: "vpce-1", actual: "vpce-1", expected: yes },
    { policy: "vpce-1", actual: "VPCE-1", expected: no },
    { policy: "vpce-*", actual: "vpce-1", expected: no },
    { policy: "vpce-*", actual: "vpce-*", expected: yes },
    { policy: "", actual: "", expected: yes },
    { policy: "a", actual: "", expected: no },
    { policy: "a", actual: "ab", expected: no },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(stringEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are substituted", () => {
    expect(stringEquals).toMatchObject({ name: "StringEquals", negated: false, variables: "substituted" });
  });
});
