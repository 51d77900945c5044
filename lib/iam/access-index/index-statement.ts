import type { MaskOf } from "@/lib/iam/access-index/action-masks";
import type { ConditionSets, StatedConditions } from "@/lib/iam/access-index/condition-sets";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import type { Applied } from "@/lib/iam/access-index/layer";
import { followsFromPrincipal } from "@/lib/iam/access-index/party-facts";
import { rememberByFacts } from "@/lib/iam/access-index/remember-by-facts";
import type { PlacedPattern } from "@/lib/iam/access-index/resource-patterns";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { distinctKeys, patternsOf } from "@/lib/iam/access-index/statement-keys";
import type { ContextKey } from "@/lib/iam/conditions/context";
import type { CompiledStatement } from "@/lib/iam/decision/compile-policy";
import type { ResourceSetting } from "@/lib/iam/decision/compile-resources";

/** An action as the index holds it. */
export interface IndexedAction {
  /** In small letters. */
  readonly name: string;
  /** Whether only `*` is sure to cover it, and an ARN perhaps. */
  readonly isUnsettled: boolean;
}

export interface IndexedStatement {
  /** The condition keys on which it hangs where it applies. */
  readonly keys: readonly ContextKey[];
  readonly apply: (principal: KnownFacts) => Applied;
}

export interface StatementWorld {
  readonly algebra: SetAlgebra;
  readonly actions: readonly IndexedAction[];
  readonly maskOf: MaskOf;
  readonly patternOf: (pattern: string, setting: ResourceSetting) => PlacedPattern;
  readonly conditionsOf: (stated: StatedConditions) => ConditionSets;
}

/** A statement of an identity policy, boundary or SCP as sets; what its principal does not change is computed once. */
export function indexStatement(world: StatementWorld, compiled: CompiledStatement): IndexedStatement {
  const { written, hasVariables } = compiled;
  const negated = compiled.excludesResource;
  const setting = { hasVariables, negated, completes: true };
  const patterns = patternsOf(written).map((each) => world.patternOf(each, setting));
  const conditions = world.conditionsOf({
    written: written.conditions,
    compiled: compiled.conditions,
    hasVariables,
    effect: compiled.effect,
  });
  const keys = distinctKeys([...patterns.flatMap((pattern) => pattern.keys), ...conditions.keys]);
  const actions = world.maskOf(written);
  const { algebra } = world;
  const coversUnsettled = world.actions.some(({ isUnsettled }, index) => isUnsettled && actions[index] === 1);
  const channel = compiled.effect === "Allow" ? "allow" : "deny";
  const applyWithin = (principal: KnownFacts, hold: SetPair): Applied => {
    const covered = algebra.unite(patterns.map((pattern) => pattern.covered(principal)));
    const finish = (set: SetPair) => algebra.intersect(negated ? algebra.complement(set) : set, hold);
    const typed = finish(covered);
    if (!coversUnsettled) return { channel, actions, typed, unsettled: nothing };
    const coversStar = patterns.some((pattern) => pattern.coversStar(principal));
    const unsettled = coversStar ? algebra.everything : algebra.intersect(covered, algebra.open);
    return { channel, actions, typed, unsettled: finish(unsettled) };
  };
  return { keys, apply: rememberByFacts(keys, rememberByOutcome(conditions, patterns, applyWithin)) };
}

/** Conditions tell many principals apart and have few outcomes; what follows from one is the same object again. */
function rememberByOutcome(
  conditions: ConditionSets,
  patterns: readonly PlacedPattern[],
  applyWithin: (principal: KnownFacts, hold: SetPair) => Applied,
): (principal: KnownFacts) => Applied {
  const isTold = patterns.some(({ keys }) => keys.some(({ name }) => followsFromPrincipal(name)));
  if (isTold) return (principal) => applyWithin(principal, conditions.hold(principal));
  const known = new Map<SetPair, Applied>();
  return (principal) => {
    const hold = conditions.hold(principal);
    const applied = known.get(hold) ?? applyWithin(principal, hold);
    known.set(hold, applied);
    return applied;
  };
}
