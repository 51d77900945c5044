import { describe, expect, it } from "vitest";
import { stringEqualsIgnoreCase } from "@/lib/iam/conditions/string-equals-ignore-case";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("StringEqualsIgnoreCase", () => {
  it.each([
    { policy: "Team", actual: "tEAM", expected: yes },
    { policy: "Team", actual: "teams", expected: no },
    { policy: "t*", actual: "team", expected: no },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(stringEqualsIgnoreCase.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are substituted", () => {
    expect(stringEqualsIgnoreCase).toMatchObject({
      name: "StringEqualsIgnoreCase",
      negated: false,
      variables: "substituted",
    });
  });
});
