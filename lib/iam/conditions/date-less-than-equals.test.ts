import { describe, expect, it } from "vitest";
import { dateLessThanEquals } from "@/lib/iam/conditions/date-less-than-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("DateLessThanEquals", () => {
  it.each([
    { policy: "2025-01-01", actual: "2025-01-01", expected: yes },
    { policy: "2025-01-01", actual: "2025-01-01T00:00:01Z", expected: no },
    { policy: "2025-01-01", actual: "2024-01-01", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(dateLessThanEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(dateLessThanEquals).toMatchObject({
      name: "DateLessThanEquals",
      negated: false,
      variables: "none",
    });
  });
});
