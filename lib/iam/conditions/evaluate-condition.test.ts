import { describe, expect, it } from "vitest";
import { compileCondition } from "@/lib/iam/conditions/compile-condition";
import { buildContext } from "@/lib/iam/conditions/context";
import { evaluateCondition } from "@/lib/iam/conditions/evaluate-condition";
import { maybe, no, yes } from "@/lib/iam/conditions/tri";

/** What a condition on who asks comes to where its ARN is not known, only what else is told. */
function judged(operator: string, told: readonly (readonly [string, readonly string[]])[]) {
  const values = ["arn:aws:iam::111122223333:role/orders", "arn:aws:iam::111122223333:role/billing"];
  const condition = compileCondition(
    { operator, key: "aws:PrincipalArn", values },
    { effect: "Allow", hasVariables: true },
  );
  return condition && evaluateCondition(condition, buildContext(told, false));
}

describe("a principal whose ARN is not known", () => {
  it("is none of the roles of an account that it is not of", () => {
    const stranger = [["aws:PrincipalAccount", ["999900001111"]]] as const;
    expect(judged("ArnEquals", stranger)).toBe(no);
    expect(judged("ArnNotEquals", stranger)).toBe(yes);
  });

  it("may be one of those of its own account, or of one that is not known either", () => {
    expect(judged("ArnEquals", [["aws:PrincipalAccount", ["111122223333"]]])).toBe(maybe);
    expect(judged("ArnEquals", [])).toBe(maybe);
    expect(judged("ArnNotEquals", [])).toBe(maybe);
  });
});

it("is undefined for an operator that does not exist", () => {
  expect(judged("ArnResembles", [])).toBeUndefined();
});
