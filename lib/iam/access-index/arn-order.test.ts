import * as fc from "fast-check";
import { expect, it } from "vitest";
import { narrow, orderArns } from "@/lib/iam/access-index/arn-order";
import { compileGlob } from "@/lib/iam/conditions/compile-glob";
import type { PatternText } from "@/lib/iam/conditions/pattern-text";
import { written } from "@/lib/iam/conditions/pattern-text";

const names = ["a", "ab", "b-1", "b*2", "orders-prod-17", "orders-prod-18", "x:", "9"];
const arns = names.flatMap((name, index) => {
  const home = `arn:aws:kinesis:${index % 2 === 0 ? "eu-west-1" : "us-east-1"}:11112222333${index % 3}:`;
  return [
    `${home}stream/${name}`,
    `${home}stream/${name}/consumer/${name}:170000000${index}`,
    `${home}channel/${name}`,
    `arn:aws:iam::111122223333:role/${name}`,
  ];
});
const order = orderArns([...arns, "*", "odd", ...arns]);

const piece = fc.constantFrom(
  "*",
  "?",
  ":",
  "/",
  "a",
  "9",
  "b",
  "arn:aws:",
  "kinesis:",
  "eu-west-1:",
  "111122223330:",
  "stream/",
  "orders-prod-1",
  "/consumer/",
  "role/",
  ":17",
  "arn:aws:kinesis:*:*:stream/",
  "arn:aws:kinesis:*:111122223331:",
);
const patterns: fc.Arbitrary<PatternText> = fc.oneof(
  fc.array(piece, { maxLength: 9 }).map((pieces) => written(pieces.join(""))),
  fc.array(
    fc.record({
      text: fc.constantFrom(...arns).chain((arn) => fc.nat(arn.length).map((end) => arn.slice(0, end))),
      literal: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  fc
    .tuple(fc.constantFrom(...arns), fc.nat(60), fc.nat(12))
    .map(([arn, from, length]) => written(`${arn.slice(0, from)}*${arn.slice(from + length)}`)),
  fc
    .tuple(fc.constantFrom(...arns), fc.nat(60), piece)
    .map(([arn, from, other]) =>
      written(arn.slice(0, from)).concat({ text: "*", literal: true }, written(other)),
    ),
);

it("never leaves out an ARN that a pattern covers", () => {
  fc.assert(
    fc.property(patterns, (pattern) => {
      const covers = compileGlob(pattern);
      const found = new Set(narrow(order, pattern).flatMap(({ from, to }) => order.arns.slice(from, to)));
      expect(order.arns.filter((arn) => covers(arn) && !found.has(arn))).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

it.each(["*", "17*", "?7"])("finds a consumer though a wildcard reaches beyond the colons: %s", (end) => {
  const consumer = "arn:aws:kinesis:eu-west-1:1:stream/a/consumer/b:17";
  const few = orderArns([consumer, "arn:aws:kinesis:eu-west-1:1:stream/a"]);
  const ranges = narrow(few, written(`arn:*:*:1:stream/a/consumer/b:${end}`));
  expect(ranges.flatMap(({ from, to }) => few.arns.slice(from, to))).toContain(consumer);
});

it("finds a name among many without trying them all", () => {
  const many = orderArns(
    Array.from(
      { length: 5000 },
      (_, index) => `arn:aws:kinesis:eu-west-1:111122223333:stream/team${index % 50}-${index}`,
    ),
  );
  const tried = (pattern: string) =>
    narrow(many, written(pattern)).reduce((total, { from, to }) => total + to - from, 0);
  expect(tried("arn:aws:kinesis:eu-west-1:111122223333:stream/team7-7")).toBe(1);
  expect(tried("arn:aws:kinesis:eu-west-1:111122223333:stream/team7-*")).toBe(100);
  expect(tried("arn:aws:kinesis:*:*:stream/team7-*")).toBe(100);
  expect(tried("arn:aws:kinesis:*:*:stream/*-4999")).toBe(1);
  expect(tried("*-4999")).toBe(1);
  expect(tried("arn:aws:kinesis:*:*:stream/*/consumer/app:*")).toBe(0);
  expect(tried("arn:aws:sqs:*:*:stream/team7-*")).toBe(0);
  expect(tried("arn:*:sqs:*:*:stream/team7-*")).toBe(0);
});
