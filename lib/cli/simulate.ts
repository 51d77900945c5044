import type { z } from "zod";
import { kinesisActions } from "@/lib/cli/kinesis-actions";
import type { PolicyCache } from "@/lib/cli/policy-cache";
import { printable } from "@/lib/cli/printable";
import { simulateLineSchema } from "@/lib/cli/simulate-request";
import type { PolicyDocument, SimulateLine } from "@/lib/cli/simulate-request";
import { parseCaller } from "@/lib/iam/decision/caller";
import { combineDecisions } from "@/lib/iam/decision/combine-decisions";
import type { CompiledPolicy, PolicyKind } from "@/lib/iam/decision/compile-policy";
import { explain } from "@/lib/iam/decision/explain";
import type { Explanation } from "@/lib/iam/decision/explain";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import { prepareRequest } from "@/lib/iam/decision/prepare-request";
import { parseJsonTree } from "@/lib/iam/json-tree";

/** What keeps one line from being answered. */
class LineError extends Error {
  override readonly name = "LineError";
}

/** The answer to one line of JSON, as JSON without a line break. */
export function simulateLine(line: string, cache: PolicyCache): string {
  try {
    return JSON.stringify(answer(readLine(line), cache));
  } catch (error) {
    if (error instanceof LineError) return JSON.stringify({ error: printable(error.message) });
    throw error;
  }
}

function readLine(line: string): SimulateLine {
  const parsed = simulateLineSchema.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  throw new LineError(parsed.error.issues.map((issue) => sentenceOf(issue)).join("; "));
}

function sentenceOf({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}

/** JSON of which no object names a member twice: the parser would keep one, and AWS refuses both. */
function parseJson(line: string): unknown {
  const value = parseLeniently(line);
  // Text that comes out as it went in has lost nothing; only other text is worth the slow look.
  if (value !== undefined && JSON.stringify(value) === line) return value;
  const tree = parseJsonTree(line);
  if (!tree.ok) throw new LineError(`character ${tree.problem.offset + 1}: ${tree.problem.message}`);
  if (value === undefined) throw new LineError("the line is not JSON");
  return value;
}

function parseLeniently(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

interface Answer {
  readonly decision: Explanation["decision"];
  readonly undeterminedKeys?: readonly string[];
  readonly statements: Explanation["statements"];
}

function answer({ request, policies, contextComplete }: SimulateLine, cache: PolicyCache): Answer {
  const caller = parseCaller(request.principal);
  if (!caller) throw new LineError(`request.principal: ${request.principal} is no principal`);
  const compiled = compile(policies, cache);
  const { resource: resources, context = {}, ...rest } = request;
  const explanations = resources.map((resource) => {
    const asked = { ...rest, caller, resource, context: Object.entries(context), contextComplete };
    return explain(prepareRequest(asked, kinesisActions), compiled);
  });
  const decision = combineDecisions(explanations.map((each) => each.decision));
  const deciding = explanations.filter((each) => each.decision === decision);
  const keys = new Set(deciding.flatMap((each) => each.undeterminedKeys));
  const statements = new Map(
    deciding.flatMap((each) => each.statements).map((each) => [`${each.policy}/${each.index}`, each]),
  );
  return {
    decision,
    ...(decision === "undetermined" && { undeterminedKeys: [...keys] }),
    statements: [...statements.values()],
  };
}

function compile(policies: SimulateLine["policies"], cache: PolicyCache): PolicySet {
  const one = (document: PolicyDocument, kind: PolicyKind, label: string): CompiledPolicy => {
    const policy = cache.compile(document, kind);
    if (policy.ok) return policy;
    throw new LineError(`policies.${label} could not be read: ${policy.problem}`);
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
