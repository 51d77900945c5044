import { describe, expect, it } from "vitest";
import { dateNotEquals } from "@/lib/iam/conditions/date-not-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("DateNotEquals", () => {
  it.each([
    { policy: "2025-01-01", actual: "2025-01-01T00:00Z", expected: yes },
    { policy: "2025-01-01", actual: "2025-01-02", expected: no },
  ])("$actual matches $policy, before the negation: $expected", ({ policy, actual, expected }) => {
    expect(dateNotEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is negated, and its variables are none", () => {
    expect(dateNotEquals).toMatchObject({ name: "DateNotEquals", negated: true, variables: "none" });
  });
});
