import { describe, expect, it } from "vitest";
import { dateEquals } from "@/lib/iam/conditions/date-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("DateEquals", () => {
  it.each([
    { policy: "2025-01-01T00:00:00Z", actual: "1735689600", expected: yes },
    { policy: "2025-01-01T01:00:00+01:00", actual: "2025-01-01T00:00:00Z", expected: yes },
    { policy: "2025-01-01T00:00:00.5Z", actual: "2025-01-01T00:00:00Z", expected: no },
    { policy: "2025-01-01", actual: "2025-01-01T00:00Z", expected: yes },
    { policy: "2025-01", actual: "2025-01-01", expected: yes },
    { policy: "2025-02-30", actual: "2025-03-02", expected: maybe },
    { policy: "2025-01-01", actual: "2025", expected: maybe },
    { policy: "1735689600", actual: "1735689600000", expected: maybe },
    { policy: "soon", actual: "1735689600", expected: maybe },
    { policy: "2025-01-01T00:00:00", actual: "1735689600", expected: maybe },
    { policy: "2025-01-01T24:00Z", actual: "1735776000", expected: maybe },
    { policy: "2025-01-01T00:60Z", actual: "1735693200", expected: maybe },
    { policy: "2025-01-01T00:00:60Z", actual: "1735689660", expected: maybe },
    { policy: "2025-13-01", actual: "1767225600", expected: maybe },
    { policy: "0", actual: "1970-01-01", expected: yes },
    { policy: "1735689600", actual: "2024-12-31T19:00:00-0500", expected: yes },
    { policy: "2025-01-01T05:30:00+05:30", actual: "1735689600", expected: yes },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(dateEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are none", () => {
    expect(dateEquals).toMatchObject({ name: "DateEquals", negated: false, variables: "none" });
  });
});
