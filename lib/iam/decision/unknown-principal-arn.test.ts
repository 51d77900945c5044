import { expect, it } from "vitest";
import { answer } from "@/lib/iam/cases/test-decide";

const session = "arn:aws:sts::111122223333:assumed-role/etl/job";
/** A session does not tell its role's path. */
const possible = ["arn:aws:iam::111122223333:role/etl", "arn:aws:iam::111122223333:role/a/etl"];
const values = [
  ...possible,
  "arn:aws:iam::111122223333:role/*",
  "arn:aws:iam::444455556666:role/etl",
  "arn:aws:iam::*:role/etl",
  "arn:*:iam::444455556666:role/a/etl",
  "*",
  "etl",
];
const names = [
  "ArnLike",
  "ArnNotLike",
  "ArnEquals",
  "StringLike",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
];
const operators = names.flatMap((name) => [
  name,
  `${name}IfExists`,
  `ForAllValues:${name}`,
  `ForAnyValue:${name}`,
]);
const lists = values.flatMap((one) => values.map((other) => [one, other]));

function decide(operator: string, list: readonly string[], context: Record<string, string>): string {
  const Condition = { [operator]: { "aws:PrincipalArn": list } };
  const Statement = [{ Effect: "Allow", Action: "*", Resource: "*", Condition }];
  return answer({
    request: {
      principal: session,
      action: "kinesis:GetRecords",
      resource: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders",
      context,
    },
    policies: { identityPolicies: [{ Version: "2012-10-17", Statement }] },
    contextComplete: false,
  }).decision;
}

it.each(operators)(
  "E9: %s of an ARN that is unknown leaves open whatever it may turn out to be",
  (operator) => {
    for (const list of lists) {
      const open = decide(operator, list, {});
      const settled = possible.map((arn) => decide(operator, list, { "aws:PrincipalArn": arn }));
      expect(open === "undetermined" || settled.every((each) => each === open)).toBe(true);
    }
  },
);

it("knows the account of an ARN that is unknown", () => {
  const [foreign, own] = ["arn:aws:iam::444455556666:role/etl", "arn:aws:iam::111122223333:role/etl"];
  expect(decide("ArnEquals", [foreign], {})).toBe("implicitly-denied");
  expect(decide("ArnNotEquals", [foreign], {})).toBe("allowed");
  expect(decide("ArnEquals", [foreign, own], {})).toBe("undetermined");
  expect(decide("ArnNotEquals", [foreign, own], {})).toBe("undetermined");
  expect(decide("ArnEquals", [], {})).toBe("implicitly-denied");
});
