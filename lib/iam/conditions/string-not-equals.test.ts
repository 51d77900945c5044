import { describe, expect, it } from "vitest";
import { stringNotEquals } from "@/lib/iam/conditions/string-not-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("StringNotEquals", () => {
  it.each([
    { policy: "vpce-1", actual: "vpce-1", expected: yes },
    { policy: "vpce-1", actual: "vpce-2", expected: no },
    { policy: "vpce-1", actual: "VPCE-1", expected: no },
  ])("$actual matches $policy, before the negation: $expected", ({ policy, actual, expected }) => {
    expect(stringNotEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is negated, and its variables are substituted", () => {
    expect(stringNotEquals).toMatchObject({
      name: "StringNotEquals",
      negated: true,
      variables: "substituted",
    });
  });
});
