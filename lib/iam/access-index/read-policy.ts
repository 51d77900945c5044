import type { PolicySource } from "@/lib/iam/access-index/access-input";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { CompiledPolicy, CompiledStatement, PolicyKind } from "@/lib/iam/decision/compile-policy";

export type ReadPolicy = (source: PolicySource, kind: PolicyKind) => CompiledPolicy;

/** Reads each distinct text once, of each kind. */
export function policyReader(): ReadPolicy {
  const byKind = new Map<PolicyKind, Map<string, CompiledPolicy>>();
  return ({ text }, kind) => {
    const known = byKind.get(kind) ?? new Map<string, CompiledPolicy>();
    byKind.set(kind, known);
    const policy = known.get(text) ?? compilePolicy(text, kind);
    known.set(text, policy);
    return policy;
  };
}

export function statementsOf({
  allows,
  denies,
}: CompiledPolicy & { ok: true }): readonly CompiledStatement[] {
  return [...allows, ...denies];
}
