import { indexStatement } from "@/lib/iam/access-index/index-statement";
import type { IndexedStatement, StatementWorld } from "@/lib/iam/access-index/index-statement";
import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import type { LayerWorld } from "@/lib/iam/access-index/layer";
import type { ReadPolicy } from "@/lib/iam/access-index/read-policy";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetPair } from "@/lib/iam/access-index/set-pair";
import type { CompiledStatement } from "@/lib/iam/decision/compile-policy";

/** A statement that takes part in what a principal is allowed. */
export interface Grant {
  /** As its source was named. */
  readonly policy: string;
  /** Zero-based; absent for a document that could not be read, and may allow anything. */
  readonly index?: number;
  readonly sid?: string;
  /** The resources that it allows the action on, and that are not denied otherwise. */
  readonly reach: SetPair;
}

export type GrantsOf = (principal: IndexedPrincipal, action: number, access: SetPair) => Grant[];

/**
 * Finds the Allow statements of a principal's identity policies behind an answer of the index: each as the set of
 * resources that it covers, within what the principal has access to in the end.
 */
export function grantingStatements(world: StatementWorld & LayerWorld, read: ReadPolicy): GrantsOf {
  const indexed = new Map<CompiledStatement, IndexedStatement>();
  const indexedOf = (compiled: CompiledStatement): IndexedStatement => {
    const found = indexed.get(compiled) ?? indexStatement(world, compiled);
    indexed.set(compiled, found);
    return found;
  };
  const { algebra, unsettledActions } = world;

  const covered = (principal: IndexedPrincipal, compiled: CompiledStatement, action: number): SetPair => {
    const { actions, typed, unsettled } = indexedOf(compiled).apply(principal.facts);
    if (actions[action] !== 1) return nothing;
    return unsettledActions[action] === 1 ? unsettled : typed;
  };
  return (principal, action, access) =>
    principal.given.policies.flatMap((source): Grant[] => {
      const policy = read(source, "identity");
      if (!policy.ok) return [{ policy: source.policy, reach: algebra.intersect(algebra.open, access) }];
      return policy.allows.flatMap((compiled): Grant[] => {
        const reach = algebra.intersect(covered(principal, compiled, action), access);
        const { index, sid } = compiled;
        return reach === nothing
          ? []
          : [{ policy: source.policy, index, ...(sid !== undefined && { sid }), reach }];
      });
    });
}
