import { buildSearch, search } from "@/lib/iam/decision/search-statements";
import type { DecidingStatement, Search, Wanted } from "@/lib/iam/decision/search-statements";
import { appliesAsGrant } from "@/lib/iam/decision/applies";
import { allowValue, decide, denyValue, endpointDeny, routeValue } from "@/lib/iam/decision/decide";
import type { Decision } from "@/lib/iam/decision/decide";
import type { PolicyPart } from "@/lib/iam/decision/labelled-policies";
import { endpointValue, layerValue, scpValue } from "@/lib/iam/decision/layer-values";
import type { Layer } from "@/lib/iam/decision/layer-values";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import type { PreparedRequest } from "@/lib/iam/decision/prepare-request";
import { routesOf } from "@/lib/iam/decision/routes";
import { maybe, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

export interface Explanation {
  readonly decision: Decision;
  /** Those that decided, or would if the facts were known; none where no statement allows. */
  readonly statements: readonly DecidingStatement[];
  /** Context keys whose values would settle an undetermined decision, as the policies spell them. */
  readonly undeterminedKeys: readonly string[];
}

/** {@link decide}, and why. */
export function explain(request: PreparedRequest, policies: PolicySet): Explanation {
  const decision = decide(request, policies);
  const found = buildSearch(request, policies);
  if (decision === "explicitly-denied") addDenies(found, yes);
  if (decision === "allowed") addAllows(found, yes);
  if (decision === "undetermined") addOpen(found);
  return {
    decision,
    statements: [...found.statements.values()],
    undeterminedKeys: [...found.missed.values()],
  };
}

/** The Denies, and the Allows, that hang on what is not known. */
function addOpen(found: Search): void {
  const { policies, subject } = found;
  if (denyValue(policies, subject) === maybe) addDenies(found, maybe);
  const allow = allowValue(policies, subject);
  addAllows(found, allow);
  if (allow === maybe && routesOf(subject.request).length > 1)
    found.missed.set("aws:resourceaccount", "aws:ResourceAccount");
  if (isEndpointOpen(found)) found.missed.set("aws:sourcevpce", "aws:SourceVpce");
}

/** Whether it hangs on which of several endpoints the request comes through. */
function isEndpointOpen({ policies, subject }: Search): boolean {
  const { endpointPolicies = [] } = policies;
  if (endpointPolicies.length < 2) return false;
  return endpointValue(policies, subject) === maybe || endpointDeny(policies, subject) === maybe;
}

const denyParts = [
  "identityPolicies",
  "boundary",
  "sessionPolicy",
  "resourcePolicy",
  "scps",
  "rcps",
  "endpointPolicies",
] as const satisfies readonly PolicyPart[];

function addDenies(found: Search, least: Tri): void {
  for (const part of denyParts) search(found, part, { effect: "denies", least });
}

function addAllows(found: Search, least: Tri): void {
  const { policies, subject } = found;
  addLimit(found, "scps", least, scpValue(policies, subject));
  addLimit(found, "endpointPolicies", least, endpointValue(policies, subject));
  for (const layer of liveLayers(found, least)) {
    const isSettled = layerValue(layer, policies, subject) === yes;
    addLayer(found, layer, isSettled ? yes : least);
  }
}

/** Of what allows for sure, the statements that only may are of no interest. */
function addLimit(found: Search, part: PolicyPart, least: Tri, value: Tri): void {
  search(found, part, { effect: "allows", least: value === yes ? yes : least });
}

/** Those of the routes that give access to this degree. */
function liveLayers({ policies, subject }: Search, least: Tri): Set<Layer> {
  const routes = routesOf(subject.request).flat();
  return new Set(routes.filter((route) => routeValue(route, policies, subject) >= least).flat());
}

function addLayer(found: Search, layer: Layer, least: Tri): void {
  if (layer === "identity") search(found, "identityPolicies", { effect: "allows", least });
  else if (layer === "boundary") search(found, "boundary", { effect: "allows", least });
  else if (layer === "session") search(found, "sessionPolicy", { effect: "allows", least });
  else {
    const test: Wanted["test"] = (statement, subject) => appliesAsGrant(statement, layer, subject);
    search(found, "resourcePolicy", { effect: "allows", least, test });
  }
}
