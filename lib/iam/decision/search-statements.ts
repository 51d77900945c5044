import { applies } from "@/lib/iam/decision/applies";
import type { Subject } from "@/lib/iam/decision/applies";
import type { CompiledStatement } from "@/lib/iam/decision/compile-policy";
import { subjectOf } from "@/lib/iam/decision/decide";
import { labelledPolicies } from "@/lib/iam/decision/labelled-policies";
import type { PolicyPart } from "@/lib/iam/decision/labelled-policies";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import type { PreparedRequest } from "@/lib/iam/decision/prepare-request";
import { maybe, no } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/** A statement that decided, or that would if the facts were known. */
export interface DecidingStatement {
  /** The policy's place in the set, e.g. `identityPolicies[0]`. */
  readonly policy: string;
  readonly index: number;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
}

/** What is looked for, and what was found so far. */
export interface Search {
  readonly policies: PolicySet;
  readonly subject: Subject;
  /** The subject again, but noting the keys that it misses. */
  readonly noting: Subject;
  readonly missed: Map<string, string>;
  readonly statements: Map<string, DecidingStatement>;
}

export function buildSearch(request: PreparedRequest, policies: PolicySet): Search {
  const missed = new Map<string, string>();
  const noting = { ...request, context: { ...request.context, missed } };
  return {
    policies,
    subject: subjectOf(request, policies),
    noting: subjectOf(noting, policies),
    missed,
    statements: new Map(),
  };
}

export interface Wanted {
  readonly effect: "allows" | "denies";
  readonly least: Tri;
  readonly test?: (statement: CompiledStatement, subject: Subject) => Tri;
}

/** Adds the statements of some policies that apply to this degree, and the keys that would settle them. */
export function search(found: Search, part: PolicyPart, { effect, least, test = applies }: Wanted): void {
  const { policies, subject, noting, statements } = found;
  for (const { label, policy, inForce } of labelledPolicies(part, policies, subject.request)) {
    if (!policy.ok || inForce === no) continue;
    for (const statement of policy[effect]) {
      const value = test(statement, subject);
      if (value < least) continue;
      // Asked again, because a statement that does not apply in the end may have missed keys on the way.
      if (value === maybe) test(statement, noting);
      const { index, sid, effect: word } = statement;
      const deciding = { policy: label, index, ...(sid !== undefined && { sid }), effect: word };
      statements.set(`${label}/${index}`, deciding);
    }
  }
}
