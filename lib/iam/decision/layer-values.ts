import { allowOf, allowOfOne, appliesAsGrant } from "@/lib/iam/decision/applies";
import type { Subject } from "@/lib/iam/decision/applies";
import type { CompiledPolicy } from "@/lib/iam/decision/compile-policy";
import type { GrantKind } from "@/lib/iam/decision/compile-principals";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import { and, either, maybe, no, or, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/** What has to allow, or may: each kind of policy, the resource's one by how it names the caller. */
export type Layer = "identity" | "boundary" | "session" | GrantKind;

/** Whether a layer allows; a limit that is not there does. */
export function layerValue(layer: Layer, policies: PolicySet, subject: Subject): Tri {
  const { request, hasBoundary } = subject;
  if (layer === "identity")
    return request.caller.kind === "root" ? yes : allowOf(policies.identityPolicies, subject);
  if (layer === "boundary") return hasBoundary ? limit(policies.boundary, subject) : yes;
  if (layer === "session") return limit(policies.sessionPolicy, subject);
  return grantOf(policies.resourcePolicy, layer, subject);
}

function limit(policy: CompiledPolicy | undefined, subject: Subject): Tri {
  return policy ? allowOfOne(policy, subject) : yes;
}

function grantOf(policy: CompiledPolicy | undefined, grant: GrantKind, subject: Subject): Tri {
  if (!policy) return no;
  if (!policy.ok) return maybe;
  let result: Tri = no;
  for (const statement of policy.allows) {
    result = or(result, appliesAsGrant(statement, grant, subject));
    if (result === yes) break;
  }
  return result;
}

/** Each level has to allow, from the organization's root to the account. */
export function scpValue({ scps }: PolicySet, subject: Subject): Tri {
  const inForce = subject.request.areScpsInForce;
  if (!scps || inForce === no) return yes;
  let result: Tri = yes;
  for (const level of scps) result = and(result, allowOf(level, subject));
  return inForce === yes ? result : either(result, yes);
}

/** A request comes through one endpoint; through which of several, nobody has told. */
export function endpointValue({ endpointPolicies }: PolicySet, subject: Subject): Tri {
  if (!endpointPolicies) return yes;
  return agreed(endpointPolicies.map((policy) => allowOfOne(policy, subject))) ?? yes;
}

/** What all answers say, `maybe` where they differ, undefined where there is none. */
export function agreed(answers: readonly Tri[]): Tri | undefined {
  const [first, ...others] = answers;
  return first === undefined ? undefined : others.reduce<Tri>((total, each) => either(total, each), first);
}
