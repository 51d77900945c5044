import { describe, expect, it } from "vitest";
import { dateLessThan } from "@/lib/iam/conditions/date-less-than";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("DateLessThan", () => {
  it.each([
    { policy: "2025-01-01", actual: "2024-12-31T23:59:59Z", expected: yes },
    { policy: "2025-01-01", actual: "2025-01-01", expected: no },
    { policy: "2025-01-01", actual: "2025-01-02", expected: no },
    { policy: "2025-01-01", actual: "1700000000", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(dateLessThan.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(dateLessThan).toMatchObject({ name: "DateLessThan", negated: false, variables: "none" });
  });
});
