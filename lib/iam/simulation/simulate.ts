import type { ActionFacts } from "@/lib/iam/decision/action-facts";
import { parseCaller } from "@/lib/iam/decision/caller";
import { readContextKey } from "@/lib/iam/conditions/context";
import { combineDecisions } from "@/lib/iam/decision/combine-decisions";
import type { CompiledPolicy, PolicyKind } from "@/lib/iam/decision/compile-policy";
import { explain } from "@/lib/iam/decision/explain";
import type { Explanation } from "@/lib/iam/decision/explain";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import { prepareRequest } from "@/lib/iam/decision/prepare-request";
import type { PolicyDocument, SimulateLine } from "@/lib/iam/simulation/simulate-request";

/** What keeps a request from being decided, and where it stands: `policies.boundary could not be read: …`. */
export class SimulationError extends Error {
  override readonly name = "SimulationError";
  /** The part of the request that it is about, e.g. `policies.identityPolicies[0]`. */
  readonly place: string;

  constructor(place: string, message: string) {
    super(message);
    this.place = place;
  }
}

interface SimulationTools {
  readonly compile: (document: PolicyDocument, kind: PolicyKind) => CompiledPolicy;
  readonly actionFacts: ActionFacts;
}

export interface Simulation {
  readonly decision: Explanation["decision"];
  readonly undeterminedKeys?: readonly string[];
  readonly statements: Explanation["statements"];
}

/** What AWS would answer to a request, and by which statements. */
export function simulate(
  { request, policies, contextComplete }: SimulateLine,
  tools: SimulationTools,
): Simulation {
  const caller = parseCaller(request.principal);
  if (!caller)
    throw new SimulationError("request.principal", `request.principal: ${request.principal} is no principal`);
  const keys = Object.keys(request.context ?? {});
  if (new Set(keys.map((key) => readContextKey(key).name)).size < keys.length)
    throw new SimulationError(
      "request.context",
      "request.context: one key stands there twice, in letters of different case",
    );
  const compiled = compile(policies, tools);
  const { resource: resources, context = {}, ...rest } = request;
  const explanations = resources.map((resource) => {
    const asked = { ...rest, caller, resource, context: Object.entries(context), contextComplete };
    return explain(prepareRequest(asked, tools.actionFacts), compiled);
  });
  const decision = combineDecisions(explanations.map((each) => each.decision));
  const deciding = explanations.filter((each) => each.decision === decision);
  const undetermined = new Set(deciding.flatMap((each) => each.undeterminedKeys));
  const statements = new Map(
    deciding.flatMap((each) => each.statements).map((each) => [`${each.policy}/${each.index}`, each]),
  );
  return {
    decision,
    ...(decision === "undetermined" && { undeterminedKeys: [...undetermined] }),
    statements: [...statements.values()],
  };
}

function compile(policies: SimulateLine["policies"], tools: SimulationTools): PolicySet {
  const one = (document: PolicyDocument, kind: PolicyKind, label: string): CompiledPolicy => {
    const policy = tools.compile(document, kind);
    if (policy.ok) return policy;
    throw new SimulationError(`policies.${label}`, `policies.${label} could not be read: ${policy.problem}`);
  };
  const list = (documents: readonly PolicyDocument[], kind: PolicyKind, label: string) =>
    documents.map((document, index) => one(document, kind, `${label}[${index}]`));
  const levels = (all: readonly (readonly PolicyDocument[])[], kind: PolicyKind, label: string) =>
    all.map((level, index) => list(level, kind, `${label}[${index}]`));
  const { identityPolicies, boundary, sessionPolicy, scps, rcps, resourcePolicy, endpointPolicies } =
    policies;
  return {
    ...(identityPolicies && { identityPolicies: list(identityPolicies, "identity", "identityPolicies") }),
    ...(boundary !== undefined && { boundary: one(boundary, "boundary", "boundary") }),
    ...(sessionPolicy !== undefined && { sessionPolicy: one(sessionPolicy, "session", "sessionPolicy") }),
    ...(scps && { scps: levels(scps, "scp", "scps") }),
    ...(rcps && { rcps: levels(rcps, "rcp", "rcps") }),
    ...(resourcePolicy !== undefined && {
      resourcePolicy: one(resourcePolicy, "resource", "resourcePolicy"),
    }),
    ...(endpointPolicies && { endpointPolicies: list(endpointPolicies, "endpoint", "endpointPolicies") }),
  };
}
