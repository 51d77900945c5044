import { hasIdentity, hasSession } from "@/lib/iam/decision/decide";
import type { CompiledPolicy } from "@/lib/iam/decision/compile-policy";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import type { PreparedRequest } from "@/lib/iam/decision/prepare-request";
import { triOf, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/** A policy, by its place in the set: `identityPolicies[0]`, `scps[1][0]`, `boundary`. */
export interface LabelledPolicy {
  readonly label: string;
  readonly policy: CompiledPolicy;
  /** Whether it concerns the caller, or the resource, at all. */
  readonly inForce: Tri;
}

export type PolicyPart = keyof PolicySet;

export function labelledPolicies(
  part: PolicyPart,
  policies: PolicySet,
  request: PreparedRequest,
): LabelledPolicy[] {
  const inForce = inForceOf(part, request);
  return flatten(part, policies[part]).map(({ label, policy }) => ({ label, policy, inForce }));
}

type Nested = CompiledPolicy | readonly Nested[] | undefined;

function flatten(label: string, value: Nested): Omit<LabelledPolicy, "inForce">[] {
  if (!value) return [];
  if (!("ok" in value)) return value.flatMap((each, index) => flatten(`${label}[${index}]`, each));
  return [{ label, policy: value }];
}

function inForceOf(part: PolicyPart, request: PreparedRequest): Tri {
  if (part === "scps") return request.areScpsInForce;
  if (part === "rcps") return request.areRcpsInForce;
  if (part === "identityPolicies" || part === "boundary") return triOf(hasIdentity(request));
  return part === "sessionPolicy" ? triOf(hasSession(request)) : yes;
}
