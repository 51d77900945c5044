import { denyOf, denyOfOne } from "@/lib/iam/decision/applies";
import type { Subject } from "@/lib/iam/decision/applies";
import { agreed, endpointValue, layerValue, scpValue } from "@/lib/iam/decision/layer-values";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import type { PreparedRequest } from "@/lib/iam/decision/prepare-request";
import { routesOf } from "@/lib/iam/decision/routes";
import type { Route } from "@/lib/iam/decision/routes";
import { and, either, no, or, yes } from "@/lib/iam/conditions/tri";
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

/** One matching Deny anywhere is enough. */
export function denyValue(policies: PolicySet, subject: Subject): Tri {
  const { request, hasBoundary } = subject;
  let result = denyOfLevels(policies.scps, request.areScpsInForce, subject);
  if (result < yes && hasIdentity(request)) result = or(result, denyOf(policies.identityPolicies, subject));
  if (result < yes && hasBoundary) result = or(result, denyOfOne(policies.boundary, subject));
  if (result < yes && hasSession(request)) result = or(result, denyOfOne(policies.sessionPolicy, subject));
  if (result < yes) result = or(result, denyOfOne(policies.resourcePolicy, subject));
  if (result < yes) result = or(result, denyOfLevels(policies.rcps, request.areRcpsInForce, subject));
  return result < yes ? or(result, endpointDeny(policies, subject)) : yes;
}

function denyOfLevels(levels: PolicySet["scps"], inForce: Tri, subject: Subject): Tri {
  let result: Tri = no;
  if (levels && inForce !== no) for (const level of levels) result = or(result, denyOf(level, subject));
  return and(inForce, result);
}

/** The root user has no identity policies, and what is none of an account's own has none either. */
export function hasIdentity({ caller }: PreparedRequest): boolean {
  return "accountId" in caller && caller.kind !== "root";
}

export function hasSession({ caller }: PreparedRequest): boolean {
  return "accountId" in caller;
}

export function endpointDeny({ endpointPolicies }: PolicySet, subject: Subject): Tri {
  if (!endpointPolicies) return no;
  return agreed(endpointPolicies.map((policy) => denyOfOne(policy, subject))) ?? no;
}

export function allowValue(policies: PolicySet, subject: Subject): Tri {
  const limits = and(scpValue(policies, subject), endpointValue(policies, subject));
  if (limits === no) return no;
  const [reading, ...others] = routesOf(subject.request);
  let result = bestOf(reading, policies, subject);
  for (const other of others) result = either(result, bestOf(other, policies, subject));
  return and(limits, result);
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
