import { readContextKey } from "@/lib/iam/conditions/context";
import type { ContextKey, RequestContext } from "@/lib/iam/conditions/context";
import type { Operator } from "@/lib/iam/conditions/operator";
import { written } from "@/lib/iam/conditions/pattern-text";
import type { Quantifier } from "@/lib/iam/conditions/read-operator";
import { readOperator } from "@/lib/iam/conditions/read-operator";
import { isStatic, readTemplate, resolve } from "@/lib/iam/conditions/template";
import type { Template } from "@/lib/iam/conditions/template";
import { either, maybe, no, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";
import type { Condition } from "@/lib/iam/statement";

type ContextTest = (actual: string, context: RequestContext) => Tri;

export type CompiledCondition = {
  readonly key: ContextKey;
  /** False: whether AWS reads the operator as it is spelt is not said, so that it may hold or not. */
  readonly settled: boolean;
} & (
  | { readonly kind: "presence"; readonly tests: readonly ((present: boolean) => Tri)[] }
  | {
      readonly kind: "value";
      readonly tests: readonly ContextTest[];
      readonly negated: boolean;
      readonly quantifier: Quantifier;
      readonly whenMissing: Tri;
      /** The accounts that ARNs have to be of to match; absent where they may be of any. */
      readonly accountIds?: readonly string[];
    }
);

export interface ConditionSetting {
  readonly effect: "Allow" | "Deny";
  readonly hasVariables: boolean;
}

/** Undefined for an operator that does not exist: the policy cannot be understood. */
export function compileCondition(
  { operator: spelling, key, values }: Condition,
  setting: ConditionSetting,
): CompiledCondition | undefined {
  const use = readOperator(spelling);
  if (!use) return undefined;
  const shared = { key: readContextKey(key), settled: use.asWritten };
  if (use.kind === "presence") {
    const { operator } = use;
    return { ...shared, kind: "presence", tests: values.map((value) => operator.compile(value)) };
  }
  const { operator, quantifier, ifExists } = use;
  const accountIds = accountsIn(operator, values);
  return {
    ...shared,
    kind: "value",
    tests: values.map((value) => compileValue(operator, value, setting.hasVariables)),
    negated: operator.negated,
    quantifier,
    whenMissing: ifExists ? yes : whenMissing(operator, quantifier, setting.effect),
    ...(accountIds && { accountIds }),
  };
}

/** Those of the principals in a condition, if none of them leaves the account open. */
function accountsIn(operator: Operator, values: readonly string[]): string[] | undefined {
  if (operator.variables !== "substituted") return undefined;
  const found = values.map((value) => /^arn:[^:*?$]+:(?:iam|sts)::(\d{12}):/.exec(value)?.[1]);
  return found.every((each) => each !== undefined) ? found : undefined;
}

/**
 * A missing key fails an operator, and fulfils a negated one; ForAllValues is fulfilled by nothing at
 * all, ForAnyValue is not. Of `ForAllValues:StringNotLike` AWS's table says otherwise than its text: a grant
 * that hangs on it is open.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
function whenMissing(operator: Operator, quantifier: Quantifier, effect: "Allow" | "Deny"): Tri {
  if (quantifier === "any") return no;
  if (quantifier === "one") return operator.negated ? yes : no;
  return operator.name === "StringNotLike" && effect === "Allow" ? maybe : yes;
}

function compileValue(operator: Operator, value: string, hasVariables: boolean): ContextTest {
  const template = readTemplate(value, hasVariables && operator.variables !== "none");
  if (isStatic(template)) return operator.compile(template);
  const substituted = substitute(operator, template);
  if (operator.variables === "substituted") return substituted;
  const asText = operator.compile(written(value));
  return (actual, context) => either(asText(actual), substituted(actual, context));
}

/** A variable without value matches nothing; what that means under a negation is not settled. */
function substitute(operator: Operator, template: Template): ContextTest {
  const whenUnresolved = operator.negated ? maybe : no;
  return (actual, context) => {
    const { text, state } = resolve(template, context);
    if (state === "resolved") return operator.compile(text)(actual);
    return state === "missing" ? whenUnresolved : maybe;
  };
}
