import { describe, expect, it } from "vitest";
import { stringLike } from "@/lib/iam/conditions/string-like";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("StringLike", () => {
  it.each([
    { policy: "vpce-*", actual: "vpce-1", expected: yes },
    { policy: "vpce-?", actual: "vpce-1", expected: yes },
    { policy: "vpce-?", actual: "vpce-12", expected: no },
    { policy: "VPCE-*", actual: "vpce-1", expected: no },
    { policy: "*", actual: "", expected: yes },
    { policy: "a.c", actual: "abc", expected: no },
    { policy: "*b*b", actual: "ab", expected: no },
    { policy: "a?*c", actual: "abxc", expected: yes },
    { policy: "*?b*", actual: "ab", expected: yes },
    { policy: "*?b*", actual: "b", expected: no },
    { policy: "ab*ba", actual: "aba", expected: no },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(stringLike.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are substituted", () => {
    expect(stringLike).toMatchObject({ name: "StringLike", negated: false, variables: "substituted" });
  });
});
