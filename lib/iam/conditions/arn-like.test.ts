import { describe, expect, it } from "vitest";
import { arnLike } from "@/lib/iam/conditions/arn-like";
import { written } from "@/lib/iam/conditions/pattern-text";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

describe("ArnLike", () => {
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
    {
      policy: "arn:aws:kinesis:*:stream/*:x:y",
      actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      expected: no,
    },
    {
      policy: "arn:*:*:*:*:*",
      actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      expected: yes,
    },
    {
      policy: "arn:aws:*:*:*:stream/order?",
      actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      expected: yes,
    },
    { policy: "*", actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders", expected: maybe },
    {
      policy: "arn:aws:kinesis:*",
      actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      expected: maybe,
    },
    { policy: "arn:aws:s3:*", actual: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders", expected: no },
    { policy: "arn:*:*:*:*:*", actual: "short", expected: no },
    { policy: "s*", actual: "short", expected: maybe },
    { policy: "arn:aws:sns:*:*:x", actual: "arn:aws:sns:a:b", expected: no },
    { policy: "arn:aws:sns:a:b:*", actual: "arn:aws:sns:a:b", expected: no },
    { policy: "arn:aws:kinesis:*:*:a:*:c", actual: "arn:aws:kinesis:eu-west-1:1:a:b:c", expected: yes },
    { policy: "arn:aws:kinesis:*:*:a", actual: "arn:aws:kinesis:eu-west-1:1:a:b", expected: no },
    { policy: "arn:aws:kinesis:::x", actual: "arn:aws:kinesis:::x", expected: yes },
    { policy: "arn:aws:kinesis:::x", actual: "arn:aws:kinesis:a::x", expected: no },
  ])("$actual matches $policy: $expected", ({ policy, actual, expected }) => {
    expect(arnLike.compile(written(policy))(actual)).toBe(expected);
  });

  it("is not negated, and its variables are substituted", () => {
    expect(arnLike).toMatchObject({ name: "ArnLike", negated: false, variables: "substituted" });
  });
});
