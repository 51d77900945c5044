import { z } from "zod";
import { parseCaller } from "@/lib/iam/decision/caller";
import { combineDecisions } from "@/lib/iam/decision/combine-decisions";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { CompiledPolicy, PolicyKind } from "@/lib/iam/decision/compile-policy";
import { decodeDocument } from "@/lib/iam/decision/decode-document";
import { explain } from "@/lib/iam/decision/explain";
import type { PolicySet } from "@/lib/iam/decision/policy-set";
import { prepareRequest } from "@/lib/iam/decision/prepare-request";

const documentSchema = z.union([z.string(), z.looseObject({})]);
const valueSchema = z.union([z.string(), z.number(), z.boolean()]);

export const requestSchema = z.object({
  principal: z.string(),
  action: z.string(),
  resource: z.union([z.string(), z.array(z.string())]),
  resourceAccount: z.string().exactOptional(),
  managementAccount: z.string().exactOptional(),
  context: z.record(z.string(), z.union([valueSchema, z.array(valueSchema), z.null()])).exactOptional(),
});

export const policiesSchema = z
  .strictObject({
    identityPolicies: z.array(documentSchema),
    boundary: documentSchema,
    sessionPolicy: documentSchema,
    scps: z.array(z.array(documentSchema)),
    rcps: z.array(z.array(documentSchema)),
    resourcePolicy: documentSchema,
    endpointPolicies: z.array(documentSchema),
  })
  .partial();

/** A question as a case writes it: the shape of a line of `weir simulate`. */
export interface Question {
  readonly request: z.output<typeof requestSchema>;
  readonly policies: z.output<typeof policiesSchema>;
  readonly contextComplete: boolean;
}

export interface Answer {
  readonly decision: string;
  /** `identityPolicies[0]/1`: the policy and the statement's index. */
  readonly statements: readonly string[];
  readonly undeterminedKeys: readonly string[];
}

const actionResources = new Map<string, "none" | "unsettled">([
  ["kinesis:liststreams", "none"],
  ["kinesis:describelimits", "none"],
  ["kinesis:updateshardcount", "unsettled"],
]);

export function answer(question: Question): Answer {
  const { principal, resource, context = {}, ...rest } = question.request;
  const caller = parseCaller(principal);
  if (!caller) throw new TypeError(`${principal} is no principal`);
  const policies = compileSet(question.policies);
  const entries = Object.entries(context).map(
    ([key, value]) => [key, [value ?? []].flat().map(String)] as const,
  );
  const explanations = [resource].flat().map((each) => {
    const asked = { ...rest, caller, resource: each, context: entries };
    const request = prepareRequest({ ...asked, contextComplete: question.contextComplete }, (action) =>
      actionResources.get(action),
    );
    return explain(request, policies);
  });
  return {
    decision: combineDecisions(explanations.map(({ decision }) => decision)),
    statements: explanations.flatMap(({ statements }) =>
      statements.map(({ policy, index }) => `${policy}/${index}`),
    ),
    undeterminedKeys: explanations.flatMap(({ undeterminedKeys }) => undeterminedKeys),
  };
}

/** The policies of a question; what is broken stays, as a policy that nobody can read. */
export function compileSet(policies: Question["policies"]): PolicySet {
  const { identityPolicies, boundary, sessionPolicy, scps, rcps, resourcePolicy, endpointPolicies } =
    policies;
  const levels = (all: readonly unknown[][], kind: PolicyKind) =>
    all.map((level) => level.map((document) => compile(document, kind)));
  return {
    ...(identityPolicies && { identityPolicies: identityPolicies.map((each) => compile(each, "identity")) }),
    ...(boundary !== undefined && { boundary: compile(boundary, "boundary") }),
    ...(sessionPolicy !== undefined && { sessionPolicy: compile(sessionPolicy, "session") }),
    ...(scps && { scps: levels(scps, "scp") }),
    ...(rcps && { rcps: levels(rcps, "rcp") }),
    ...(resourcePolicy !== undefined && { resourcePolicy: compile(resourcePolicy, "resource") }),
    ...(endpointPolicies && { endpointPolicies: endpointPolicies.map((each) => compile(each, "endpoint")) }),
  };
}

function compile(document: unknown, kind: PolicyKind): CompiledPolicy {
  const text = typeof document === "string" ? decodeDocument(document) : JSON.stringify(document);
  return text === undefined
    ? { ok: false, problem: "the URL encoding is broken" }
    : compilePolicy(text, kind);
}
