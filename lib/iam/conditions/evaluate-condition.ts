import type { CompiledCondition } from "@/lib/iam/conditions/compile-condition";
import {
  everPresentKeys,
  listKeys,
  miss,
  principalAccount,
  principalArn,
  valuesInOtherCase,
  valuesOf,
} from "@/lib/iam/conditions/context";
import type { RequestContext } from "@/lib/iam/conditions/context";
import { and, either, maybe, no, not, or, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

type Values = readonly string[];

/** Whether a request fulfils one key of a Condition block. */
export function evaluateCondition(condition: CompiledCondition, context: RequestContext): Tri {
  if (!condition.settled) return maybe;
  const values = valuesOf(condition.key, context);
  if (values !== undefined && values.length > 0) return judge(condition, values, context);

  const inOtherCase = valuesInOtherCase(condition.key, context);
  if (inOtherCase) return either(judge(condition, inOtherCase, context), judge(condition, [], context));
  return values ? judge(condition, values, context) : judgeUnknown(condition, context);
}

function judgeUnknown(condition: CompiledCondition, context: RequestContext): Tri {
  let result: Tri = maybe;
  if (condition.kind === "presence") {
    const present = isPresent(condition.tests, true);
    const ever = everPresentKeys.has(condition.key.name);
    result = ever ? present : either(present, isPresent(condition.tests, false));
  } else if (isOfOtherAccount(condition, context)) result = condition.negated ? yes : no;
  if (result === maybe) miss(condition.key, context);
  return result;
}

/** Whoever it is that asks, it is of its account: the ARN of a principal of another one is not its own. */
function isOfOtherAccount({ key, accountIds }: ValueCondition, context: RequestContext): boolean {
  if (key.name !== principalArn || !accountIds) return false;
  const [accountId] = context.values.get(principalAccount) ?? [];
  return accountId !== undefined && !accountIds.includes(accountId);
}

function judge(condition: CompiledCondition, values: Values, context: RequestContext): Tri {
  // An empty text alone counts as no value with the set operators; elsewhere AWS does not say.
  const isBlank = values.length === 1 && values[0] === "";
  if (condition.kind === "presence") {
    const result = isPresent(condition.tests, values.length > 0);
    return isBlank ? either(result, isPresent(condition.tests, false)) : result;
  }
  if (values.length === 0) return condition.whenMissing;
  if (condition.quantifier === "one") return judgeOne(condition, values, context);
  const result = judgeSet(condition, values, context);
  return isBlank ? either(result, condition.whenMissing) : result;
}

type ValueCondition = Extract<CompiledCondition, { kind: "value" }>;

/** An operator without a set prefix never matches several values, negated or not. */
function judgeOne(condition: ValueCondition, values: Values, context: RequestContext): Tri {
  const [value, ...more] = values;
  if (value === undefined || more.length > 0) return no;
  const result = judgeValue(condition, value, context);
  return listKeys.has(condition.key.name) ? either(result, no) : result;
}

function judgeSet(condition: ValueCondition, values: Values, context: RequestContext): Tri {
  const all = condition.quantifier === "all";
  const join = all ? and : or;
  return values.reduce<Tri>(
    (total, value) => join(total, judgeValue(condition, value, context)),
    all ? yes : no,
  );
}

/** One value of the policy has to match, or none under a negation. */
function judgeValue({ tests, negated }: ValueCondition, value: string, context: RequestContext): Tri {
  let matches: Tri = no;
  for (const test of tests) {
    matches = or(matches, test(value, context));
    if (matches === yes) break;
  }
  return negated ? not(matches) : matches;
}

function isPresent(tests: readonly ((present: boolean) => Tri)[], present: boolean): Tri {
  return tests.reduce<Tri>((total, test) => or(total, test(present)), no);
}
