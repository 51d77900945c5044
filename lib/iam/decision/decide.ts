import { denyOf } from "@/lib/iam/decision/applies";
import type { Subject } from "@/lib/iam/decision/applies";
import type { CompiledPolicy } from "@/lib/iam/decision/compile-policy";
import { agreed, endpointValue, layerValue, scpValue } from "@/lib/iam/decision/layer-values";
import { areRcpsInForce, areScpsInForce } from "@/lib/iam/decision/organization-limits";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import type { PreparedRequest } from "@/lib/iam/decision/prepare-request";
import { routesOf } from "@/lib/iam/decision/routes";
import type { Route } from "@/lib/iam/decision/routes";
import { and, maybe, no, or, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/**
 * `implicitly-denied`: nothing allows, whatever is denied besides. `undetermined`: it hangs on facts that
 * nobody told, or on what AWS does not say.
 */
export type Decision = "allowed" | "explicitly-denied" | "implicitly-denied" | "undetermined";

/**
 * What AWS answers a request under the policies given.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(request: PreparedRequest, policies: PolicySet): Decision {
  const subject = subjectOf(request, policies);
  const deny = denyValue(policies, subject);
  if (deny === yes) return "explicitly-denied";
  return decisionOf(allowValue(policies, subject), deny);
}

function decisionOf(allow: Tri, deny: Tri): Decision {
  if (allow === no) return "implicitly-denied";
  return allow === yes && deny === no ? "allowed" : "undetermined";
}

/** Only users and roles have boundaries. */
export function subjectOf(request: PreparedRequest, policies: PolicySet): Subject {
  const { kind } = request.caller;
  const canHave = kind === "user" || kind === "role" || kind === "role-session" || kind === "federated-user";
  return { request, hasBoundary: canHave && policies.boundary !== undefined };
}

/** A group of policies of which a Deny counts, and whether the group is in force at all. */
export interface DenyGroup {
  readonly inForce: Tri;
  readonly policies: readonly CompiledPolicy[];
}

/** One matching Deny anywhere is enough. */
export function denyValue(policies: PolicySet, subject: Subject): Tri {
  let result: Tri = no;
  for (const { inForce, policies: group } of denyGroups(policies, subject)) {
    if (group.length > 0 && inForce !== no) result = or(result, and(inForce, denyOf(group, subject)));
    if (result === yes) return yes;
  }
  return or(result, endpointDeny(policies, subject));
}

function denyGroups(policies: PolicySet, subject: Subject): DenyGroup[] {
  const { request, hasBoundary } = subject;
  const groups: DenyGroup[] = [];
  if (hasIdentity(request)) groups.push({ inForce: yes, policies: policies.identityPolicies ?? [] });
  if (hasBoundary && policies.boundary) groups.push({ inForce: yes, policies: [policies.boundary] });
  if (hasSession(request) && policies.sessionPolicy)
    groups.push({ inForce: yes, policies: [policies.sessionPolicy] });
  if (policies.resourcePolicy) groups.push({ inForce: yes, policies: [policies.resourcePolicy] });
  for (const level of policies.scps ?? []) groups.push({ inForce: areScpsInForce(request), policies: level });
  for (const level of policies.rcps ?? []) groups.push({ inForce: areRcpsInForce(request), policies: level });
  return groups;
}

/** The root user has no identity policies, and what is none of an account's own has none either. */
export function hasIdentity({ caller }: PreparedRequest): boolean {
  return "accountId" in caller && caller.kind !== "root";
}

export function hasSession({ caller }: PreparedRequest): boolean {
  return "accountId" in caller;
}

export function endpointDeny({ endpointPolicies = [] }: PolicySet, subject: Subject): Tri {
  return agreed(endpointPolicies.map((policy) => denyOf([policy], subject))) ?? no;
}

export function allowValue(policies: PolicySet, subject: Subject): Tri {
  const limits = and(scpValue(policies, subject), endpointValue(policies, subject));
  if (limits === no) return no;
  const readings = routesOf(subject.request).map((routes) => bestOf(routes, policies, subject));
  return and(limits, agreed(readings) ?? maybe);
}

function bestOf(routes: readonly Route[], policies: PolicySet, subject: Subject): Tri {
  let best: Tri = no;
  for (const route of routes) {
    best = or(best, routeValue(route, policies, subject));
    if (best === yes) break;
  }
  return best;
}

export function routeValue(route: Route, policies: PolicySet, subject: Subject): Tri {
  let value: Tri = yes;
  for (const layer of route) {
    value = and(value, layerValue(layer, policies, subject));
    if (value === no) break;
  }
  return value;
}
