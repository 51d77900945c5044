import type { AccountPlan } from "./random-account";
import { fortyStreamActions } from "./random-names";

export interface AccountSize {
  readonly streams: number;
  readonly principals: number;
}

/** The account that the benchmark answers for: every document and nearly every pattern is another one. */
export function benchmarkPlan(seed: number, size: AccountSize): AccountPlan {
  return {
    seed,
    ...size,
    actions: fortyStreamActions,
    patterns: Math.max(200, size.streams),
    shares: { condition: 15, deny: 10, negated: 5, unread: 0, oddGrants: 2 },
    resourcePolicies: Math.ceil(size.streams / 20),
    everyKind: false,
  };
}
