import { principalAccount, principalArn, readContextKey } from "@/lib/iam/conditions/context";
import type { ContextKey } from "@/lib/iam/conditions/context";
import { readTemplate } from "@/lib/iam/conditions/template";
import type { Condition, Statement } from "@/lib/iam/statement";

/** The condition keys that the variables of some texts stand for. */
export function keysInVariables(texts: readonly string[], hasVariables: boolean): ContextKey[] {
  return texts
    .flatMap((text) => readTemplate(text, hasVariables))
    .flatMap((part) => ("key" in part && part.key ? [part.key] : []));
}

/** The condition keys that conditions look at, and those that their variables stand for; each once. */
export function keysOfConditions(conditions: readonly Condition[], hasVariables: boolean): ContextKey[] {
  return distinctKeys(
    conditions.flatMap(({ key, values }) => [
      ...keysLookedAt(readContextKey(key)),
      ...keysInVariables(values, hasVariables),
    ]),
  );
}

/** Of an ARN that is unknown the account counts. */
function keysLookedAt(key: ContextKey): ContextKey[] {
  return key.name === principalArn ? [key, readContextKey(principalAccount)] : [key];
}

export function distinctKeys(keys: readonly ContextKey[]): ContextKey[] {
  return [...new Map(keys.map((key) => [key.name, key])).values()];
}

/** Those of Resource or NotResource; none where a statement has neither, as in a trust policy. */
export function patternsOf({ resources, notResources }: Statement): readonly string[] {
  return resources ?? notResources ?? [];
}
