import { joinFacts } from "@/lib/iam/access-index/known-facts";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import { rememberByFacts } from "@/lib/iam/access-index/remember-by-facts";
import type { ResourceGroup } from "@/lib/iam/access-index/resource-groups";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { keysOfConditions } from "@/lib/iam/access-index/statement-keys";
import type { CompiledCondition } from "@/lib/iam/conditions/compile-condition";
import type { ContextKey, RequestContext } from "@/lib/iam/conditions/context";
import { evaluateCondition } from "@/lib/iam/conditions/evaluate-condition";
import { and, maybe, no, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";
import type { Condition } from "@/lib/iam/statement";

/** The resources for which conditions hold, for a principal. */
export interface ConditionSets {
  /** What they look at. */
  readonly keys: readonly ContextKey[];
  readonly hold: (principal: KnownFacts) => SetPair;
}

export interface ConditionWorld {
  readonly algebra: SetAlgebra;
  readonly groupsFor: (keys: readonly ContextKey[]) => readonly ResourceGroup[];
}

export interface StatedConditions {
  readonly written: readonly Condition[];
  readonly compiled: readonly CompiledCondition[];
  readonly hasVariables: boolean;
  readonly effect: "Allow" | "Deny";
}

/**
 * Evaluates each distinct Condition block once a group of resources, and again only for principals that its
 * keys tell apart.
 */
export function placeConditions({
  algebra,
  groupsFor,
}: ConditionWorld): (stated: StatedConditions) => ConditionSets {
  const known = new Map<string, ConditionSets>();
  const place = ({ written, compiled, hasVariables }: StatedConditions): ConditionSets => {
    const keys = keysOfConditions(written, hasVariables);
    const evaluate = (principal: KnownFacts) =>
      algebra.unite(
        groupsFor(keys).map(({ facts, set }) =>
          limited(algebra, set, holdAll(compiled, joinFacts(principal, facts))),
        ),
      );
    return { keys, hold: rememberByFacts(keys, evaluate) };
  };
  const unconditional: ConditionSets = { keys: [], hold: () => algebra.everything };
  return (stated) => {
    if (stated.written.length === 0) return unconditional;
    const id = `${stated.effect}${Number(stated.hasVariables)}${JSON.stringify(stated.written)}`;
    const sets = known.get(id) ?? place(stated);
    known.set(id, sets);
    return sets;
  };
}

function holdAll(conditions: readonly CompiledCondition[], context: RequestContext): Tri {
  return conditions.reduce<Tri>(
    (total, condition) => (total === no ? no : and(total, evaluateCondition(condition, context))),
    yes,
  );
}

function limited(algebra: SetAlgebra, set: SetPair, holds: Tri): SetPair {
  if (holds === no) return nothing;
  return holds === maybe ? algebra.intersect(set, algebra.open) : set;
}
