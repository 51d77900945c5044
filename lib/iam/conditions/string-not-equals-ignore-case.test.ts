import { describe, expect, it } from "vitest";
import { stringNotEqualsIgnoreCase } from "@/lib/iam/conditions/string-not-equals-ignore-case";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("StringNotEqualsIgnoreCase", () => {
  it.each([
    { policy: "Team", actual: "tEAM", expected: yes },
    { policy: "Team", actual: "teams", expected: no },
  ])("$actual matches $policy, before the negation: $expected", ({ policy, actual, expected }) => {
    expect(stringNotEqualsIgnoreCase.compile(written(policy))(actual)).toBe(expected);
  });

  it("is negated, and its variables are substituted", () => {
    expect(stringNotEqualsIgnoreCase).toMatchObject({
      name: "StringNotEqualsIgnoreCase",
      negated: true,
      variables: "substituted",
    });
  });
});
