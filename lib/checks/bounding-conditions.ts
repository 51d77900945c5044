import type { Condition, Statement } from "@/lib/iam/statement";

/** What a condition can bound a statement to: callers of certain accounts, or resources of them. */
export type Side = "principal" | "resource";

const keysBySide: Readonly<Record<Side, readonly string[]>> = {
  principal: ["aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount"],
  resource: ["aws:resourceorgid", "aws:resourceorgpaths", "aws:resourceaccount"],
};

/**
 * Operators under which a request without the key does not match. `…IfExists` and `ForAllValues:`
 * match such a request, so that they bound nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const positiveOperators = new Set([
  "StringEquals",
  "StringEqualsIgnoreCase",
  "StringLike",
  "ForAnyValue:StringEquals",
  "ForAnyValue:StringEqualsIgnoreCase",
  "ForAnyValue:StringLike",
]);

/** Whether an Allow applies only to callers, or resources, of accounts or organizations that it names. */
export function isBounded({ conditions }: Pick<Statement, "conditions">, side: Side): boolean {
  return conditions.some((condition) => isPositive(condition) && namesAccounts(condition, side));
}

/** The values of a positive condition on a key. */
export function positiveValues(
  { conditions }: Pick<Statement, "conditions">,
  key: string,
): readonly string[] | undefined {
  return conditions.find((condition) => isPositive(condition) && hasKey(condition, [key.toLowerCase()]))
    ?.values;
}

const negatedOperators = /^(ForAllValues:)?String(NotEquals|NotEqualsIgnoreCase|NotLike)(IfExists)?$/;

/** Services that act for the account may be spared, without the bound being less for everybody else. */
const sparingKeys = ["aws:principalisawsservice", "aws:viaawsservice"];

/** Whether a Deny refuses all callers, or resources, but those of accounts or organizations that it names. */
export function refusesOthers({ conditions }: Pick<Statement, "conditions">, side: Side): boolean {
  const telling = conditions.filter((condition) => !hasKey(condition, sparingKeys));
  const [condition, ...others] = telling;
  if (!condition || others.length > 0) return false;
  return negatedOperators.test(condition.operator) && namesAccounts(condition, side);
}

function isPositive({ operator }: Condition): boolean {
  return positiveOperators.has(operator);
}

/**
 * Whether every value begins with a full account or organization id: `o-*` is every organization. A
 * policy variable compares the caller with the resource, which says nothing about who calls.
 */
function namesAccounts(condition: Condition, side: Side): boolean {
  if (!hasKey(condition, keysBySide[side])) return false;
  return condition.values.every((value) => {
    const [id = ""] = value.split("/");
    return !/[*?]/.test(id) && (side === "resource" || !id.includes("${"));
  });
}

function hasKey({ key }: Condition, keys: readonly string[]): boolean {
  return keys.includes(key.toLowerCase());
}
