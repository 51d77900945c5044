import { describe, expect, it } from "vitest";
import { bool } from "@/lib/iam/conditions/bool";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("Bool", () => {
  it.each([
    { policy: "true", actual: "true", expected: yes },
    { policy: "false", actual: "false", expected: yes },
    { policy: "true", actual: "false", expected: no },
    { policy: "True", actual: "true", expected: maybe },
    { policy: "true", actual: "TRUE", expected: maybe },
    { policy: "true", actual: "1", expected: no },
    { policy: "yes", actual: "true", expected: maybe },
    { policy: "t*", actual: "true", expected: maybe },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(bool.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are unsettled", () => {
    expect(bool).toMatchObject({ name: "Bool", negated: false, variables: "unsettled" });
  });
});
