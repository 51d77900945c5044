import { describe, expect, it } from "vitest";
import { notIpAddress } from "@/lib/iam/conditions/not-ip-address";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("NotIpAddress", () => {
  it.each([
    { policy: "10.0.0.0/8", actual: "10.1.2.3", expected: yes },
    { policy: "10.0.0.0/8", actual: "11.0.0.1", expected: no },
    { policy: "203.0.113.7", actual: "2001:db8::1", expected: no },
    { policy: "10.0.0.0/8", actual: "nowhere", expected: maybe },
    { policy: "x", actual: "10.0.0.1", expected: maybe },
  ])("$actual matches $policy, before the negation: $expected", ({ policy, actual, expected }) => {
    expect(notIpAddress.compile(written(policy))(actual)).toBe(expected);
  });

  it("is negated, and its variables are none", () => {
    expect(notIpAddress).toMatchObject({ name: "NotIpAddress", negated: true, variables: "none" });
  });
});
