import { describe, expect, it } from "vitest";
import { arnEquals } from "@/lib/iam/conditions/arn-equals";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("ArnEquals", () => {
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
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(arnEquals.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are substituted", () => {
    expect(arnEquals).toMatchObject({ name: "ArnEquals", negated: false, variables: "substituted" });
  });
});
