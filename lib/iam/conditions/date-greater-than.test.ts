import { describe, expect, it } from "vitest";
import { dateGreaterThan } from "@/lib/iam/conditions/date-greater-than";
import { written } from "@/lib/iam/conditions/pattern-text";
import { no, yes } from "@/lib/iam/conditions/tri";

describe("DateGreaterThan", () => {
  it.each([
    { policy: "2025-01-01", actual: "2025-01-01T00:00:01Z", expected: yes },
    { policy: "2025-01-01", actual: "2025-01-01", expected: no },
    { policy: "2025-01-01", actual: "1700000000", expected: no },
    { policy: "1600000000", actual: "2025-01-01", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(dateGreaterThan.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(dateGreaterThan).toMatchObject({ name: "DateGreaterThan", negated: false, variables: "none" });
  });
});
