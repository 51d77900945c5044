import { expect, it } from "vitest";
import { flatten, longestLiteral, splitAtResource } from "@/lib/iam/access-index/flat-pattern";
import { written } from "@/lib/iam/conditions/pattern-text";

it("finds the longest text between wildcards, whatever the pattern begins with", () => {
  expect(longestLiteral(flatten(written("arn:aws:kinesis:*-prod-?9")))).toBe("-prod-");
  expect(longestLiteral(flatten(written("orders*")))).toBe("");
});

it("splits where the resource begins, colons in it included", () => {
  expect(splitAtResource(flatten(written("arn:aws:kinesis:*:*:stream/a*/consumer/b:*")))).toEqual({
    head: written("arn:aws:kinesis:*:*:"),
    start: "stream/a",
    literal: "/consumer/b:",
  });
  expect(splitAtResource(flatten(written("arn:aws:kinesis:*")))).toBeUndefined();
});

it("does not split where a wildcard before the resource stands for itself", () => {
  const pattern = [{ text: "arn:aws:kinesis:*:", literal: true }, ...written("*:stream/a")];
  expect(flatten(pattern).wildcards).toHaveLength(1);
  expect(splitAtResource(flatten(pattern))).toBeUndefined();
});
