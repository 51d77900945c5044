import { describe, expect, it } from "vitest";
import { stringNotLike } from "@/lib/iam/conditions/string-not-like";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("StringNotLike", () => {
  it.each([
    { policy: "vpce-*", actual: "vpce-1", expected: yes },
    { policy: "vpce-*", actual: "vpc-1", expected: no },
  ])("$actual matches $policy, before the negation: $expected", ({ policy, actual, expected }) => {
    expect(stringNotLike.compile(written(policy))(actual)).toBe(expected);
  });

  it("is negated, and its variables are substituted", () => {
    expect(stringNotLike).toMatchObject({ name: "StringNotLike", negated: true, variables: "substituted" });
  });
});
