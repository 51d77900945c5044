import type { z } from "zod";
import { kinesisActions } from "@/lib/cli/kinesis-actions";
import type { PolicyCache } from "@/lib/cli/policy-cache";
import { printable } from "@/lib/cli/printable";
import { simulateLineSchema } from "@/lib/cli/simulate-request";
import type { PolicyDocument, SimulateLine } from "@/lib/cli/simulate-request";
import { readContextKey } from "@/lib/iam/conditions/context";
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
    const reason = error instanceof Error ? error.message : String(error);
    const sentence = error instanceof LineError ? reason : `something unforeseen happened: ${reason}`;
    return JSON.stringify({ error: printable(sentence) });
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
  // Text that comes out as it went in has lost nothing; only other text is worth the slow look.
  const [value, again] = parseLeniently(line);
  if (again === line) return value;
  const tree = parseJsonTree(line);
  if (!tree.ok) throw new LineError(`character ${tree.problem.offset + 1}: ${tree.problem.message}`);
  if (value === undefined) throw new LineError("the line is not JSON");
  return value;
}

/** The value and its text; neither for what is no JSON, or nests so deep that it cannot be written again. */
function parseLeniently(line: string): [value: unknown, again: string] | [] {
  try {
    const value: unknown = JSON.parse(line);
    return [value, JSON.stringify(value)];
  } catch {
    return [];
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
  const keys = Object.keys(request.context ?? {});
  if (new Set(keys.map((key) => readContextKey(key).name)).size < keys.length)
    throw new LineError("request.context: one key stands there twice, in letters of different case");
  const compiled = compile(policies, cache);
  const { resource: resources, context = {}, ...rest } = request;
  const explanations = resources.map((resource) => {
    const asked = { ...rest, caller, resource, context: Object.entries(context), contextComplete };
    return explain(prepareRequest(asked, kinesisActions), compiled);
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
