import { describe, expect, it } from "vitest";
import { nullOperator } from "@/lib/iam/conditions/null";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("Null", () => {
  it.each([
    { policy: "true", present: false, expected: yes },
    { policy: "true", present: true, expected: no },
    { policy: "false", present: true, expected: yes },
    { policy: "false", present: false, expected: no },
    { policy: "True", present: true, expected: maybe },
    { policy: "", present: false, expected: maybe },
  ])("$policy of a key that is there ($present): $expected", ({ policy, present, expected }) => {
    expect(nullOperator.compile(policy)(present)).toBe(expected);
  });
});
