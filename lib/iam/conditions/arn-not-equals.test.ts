import { describe, expect, it } from "vitest";
import { arnNotEquals } from "@/lib/iam/conditions/arn-not-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("ArnNotEquals", () => {
  it.each([
    {
      policy: "arn:aws:kinesis:*:*:stream/*",
      actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      expected: yes,
    },
    {
      policy: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      expected: yes,
    },
    {
      policy: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/Orders",
      expected: no,
    },
    { policy: "*", actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders", expected: maybe },
  ])("$actual matches $policy, before the negation: $expected", ({ policy, actual, expected }) => {
    expect(arnNotEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is negated, and its variables are substituted", () => {
    expect(arnNotEquals).toMatchObject({ name: "ArnNotEquals", negated: true, variables: "substituted" });
  });
});
