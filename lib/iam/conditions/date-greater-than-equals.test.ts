import { describe, expect, it } from "vitest";
import { dateGreaterThanEquals } from "@/lib/iam/conditions/date-greater-than-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("DateGreaterThanEquals", () => {
  it.each([
    { policy: "2025-01-01", actual: "2025-01-01", expected: yes },
    { policy: "2025-01-01", actual: "2024-12-31", expected: no },
    { policy: "2025-01-01", actual: "2026-01-01", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(dateGreaterThanEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(dateGreaterThanEquals).toMatchObject({
      name: "DateGreaterThanEquals",
      negated: false,
      variables: "none",
    });
  });
});
