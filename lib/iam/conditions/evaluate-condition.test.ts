import { describe, expect, it } from "vitest";
import { compileCondition } from "@/lib/iam/conditions/compile-condition";
import { buildContext } from "@/lib/iam/conditions/context";
import { evaluateCondition } from "@/lib/iam/conditions/evaluate-condition";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

type Told = readonly (readonly [string, readonly string[]])[];

const roles = ["arn:aws:iam::111122223333:role/orders", "arn:aws:iam::111122223333:role/billing"];

/** What a condition on who asks comes to where its ARN is not known, only what else is told. */
function judged(operator: string, told: Told, values: readonly string[] = roles) {
  const condition = compileCondition(
    { operator, key: "aws:PrincipalArn", values },
    { effect: "Allow", hasVariables: true },
  );
  return condition && evaluateCondition(condition, buildContext(told, false));
}

const stranger: Told = [["aws:PrincipalAccount", ["999900001111"]]];

describe("a principal whose ARN is not known", () => {
  it("is none of the roles of an account that it is not of", () => {
    expect(judged("ArnEquals", stranger)).toBe(no);
    expect(judged("ArnNotEquals", stranger)).toBe(yes);
  });

  it("is none of that account's sessions either", () => {
    expect(judged("ArnLike", stranger, ["arn:aws:sts::111122223333:assumed-role/orders/*"])).toBe(no);
  });

  it("may be one of those of its own account, or of one that is not known either", () => {
    expect(judged("ArnEquals", [["aws:PrincipalAccount", ["111122223333"]]])).toBe(maybe);
    expect(judged("ArnEquals", [])).toBe(maybe);
    expect(judged("ArnNotEquals", [])).toBe(maybe);
  });

  // The path of a role may have colons in it, which a star of StringLike reaches over.
  it.each([
    "*arn:aws:iam::111122223333:role/orders",
    "arn:*:iam::111122223333:role/orders",
    "arn:aws:*::111122223333:role/orders",
    "arn:aws:iam::9999*",
    "arn:aws:iam::${aws:PrincipalAccount}:role/orders",
  ])("may be one of %s, which leaves the account open", (pattern) => {
    expect(judged("StringLike", stranger, [pattern])).toBe(maybe);
  });
});

it("is undefined for an operator that does not exist", () => {
  expect(judged("ArnResembles", [])).toBeUndefined();
});
