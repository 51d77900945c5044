import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer } from "@/lib/iam/cases/test-decide";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { PolicyKind } from "@/lib/iam/decision/compile-policy";
import {
  anyCompletion,
  anyNamingStatement,
  anyPolicies,
  anyRequest,
  anyStatement,
} from "@/lib/iam/decision/test-arbitrary";
import type { Document, Policies, Statement } from "@/lib/iam/decision/test-arbitrary";

const runs = { numRuns: Number(process.env["WEIR_PROPERTY_RUNS"] ?? 3000) };
const manyRuns = { numRuns: 10_000 };
const slow = 600_000;

/** What an answer leaves possible. */
function bounds(decision: string): { must: boolean; may: boolean } {
  return { must: decision === "allowed", may: decision === "allowed" || decision === "undetermined" };
}

/** Whether an answer, all facts known, is one that an open answer left possible. */
function isWithin(settled: string, open: string): boolean {
  if (open === "undetermined" || open === settled) return true;
  // Nothing allows: what is denied besides, only the facts tell.
  return open === "implicitly-denied" && settled === "explicitly-denied";
}

function decide(
  request: Parameters<typeof answer>[0]["request"],
  policies: Policies,
  contextComplete = false,
) {
  return answer({ request, policies: { ...policies }, contextComplete }).decision;
}

/** A statement put into every policy that grants of its own. */
function withIdentity(policies: Policies, statement: Statement): Policies {
  return {
    ...policies,
    identityPolicies: [...policies.identityPolicies, { Version: "2012-10-17", Statement: [statement] }],
  };
}

function withResource(policies: Policies, statement: Statement): Policies {
  const { resourcePolicy = { Version: "2012-10-17", Statement: [] } } = policies;
  return {
    ...policies,
    resourcePolicy: { ...resourcePolicy, Statement: [...resourcePolicy.Statement, statement] },
  };
}

function reversed({ identityPolicies, scps, rcps, ...rest }: Policies): Policies {
  const turn = (document: Document) => ({ ...document, Statement: document.Statement.toReversed() });
  const turnAll = (documents: readonly Document[]) => documents.map((each) => turn(each)).toReversed();
  const { boundary, resourcePolicy, sessionPolicy, endpointPolicies } = rest;
  return {
    identityPolicies: turnAll(identityPolicies),
    ...(boundary && { boundary: turn(boundary) }),
    ...(sessionPolicy && { sessionPolicy: turn(sessionPolicy) }),
    ...(resourcePolicy && { resourcePolicy: turn(resourcePolicy) }),
    ...(endpointPolicies && { endpointPolicies: turnAll(endpointPolicies) }),
    ...(scps && { scps: scps.map((level) => turnAll(level)).toReversed() }),
    ...(rcps && { rcps: rcps.map((level) => turnAll(level)).toReversed() }),
  };
}

describe("E2: the order of statements, policies and values", () => {
  it(
    "does not matter",
    () => {
      fc.assert(
        fc.property(anyRequest, anyPolicies, (request, policies) => {
          expect(decide(request, reversed(policies))).toBe(decide(request, policies));
        }),
        runs,
      );
    },
    slow,
  );
});

describe("one statement more", () => {
  it(
    "takes no access away if it is an Allow",
    () => {
      fc.assert(
        fc.property(
          anyRequest,
          anyPolicies,
          anyStatement("Allow"),
          anyNamingStatement("Allow"),
          (request, policies, one, other) => {
            const before = bounds(decide(request, policies));
            for (const more of [withIdentity(policies, one), withResource(policies, other)]) {
              const after = bounds(decide(request, more));
              expect(after.must || !before.must).toBe(true);
              expect(after.may || !before.may).toBe(true);
            }
          },
        ),
        runs,
      );
    },
    slow,
  );

  it(
    "gives no access if it is a Deny",
    () => {
      fc.assert(
        fc.property(
          anyRequest,
          anyPolicies,
          anyStatement("Deny"),
          anyNamingStatement("Deny"),
          (request, policies, one, other) => {
            const before = bounds(decide(request, policies));
            for (const more of [withIdentity(policies, one), withResource(policies, other)]) {
              const after = bounds(decide(request, more));
              expect(before.must || !after.must).toBe(true);
              expect(before.may || !after.may).toBe(true);
            }
          },
        ),
        runs,
      );
    },
    slow,
  );
});

describe("E9: what is not known", () => {
  it(
    "leaves every way in which it could turn out inside the answer",
    () => {
      fc.assert(
        fc.property(anyRequest, anyPolicies, anyCompletion, (request, policies, completion) => {
          const open = decide(request, policies);
          const settled = decide(
            { ...request, context: { ...completion, ...request.context } },
            policies,
            true,
          );
          expect(isWithin(settled, open)).toBe(true);
        }),
        runs,
      );
    },
    slow,
  );

  it(
    "is named where it would settle the answer",
    () => {
      fc.assert(
        fc.property(anyRequest, anyPolicies, (request, policies) => {
          const { decision, undeterminedKeys } = answer({
            request,
            policies: { ...policies },
            contextComplete: false,
          });
          expect(undeterminedKeys.length === 0 || decision === "undetermined").toBe(true);
          // Which of several endpoints it is, a context that says that it is none cannot tell.
          const told = Object.keys(request.context ?? {}).filter((key) => key !== "aws:SourceVpce");
          expect(told.filter((key) => undeterminedKeys.includes(key))).toEqual([]);
        }),
        runs,
      );
    },
    slow,
  );
});

describe("D4: documents of any kind", () => {
  const kinds: PolicyKind[] = ["identity", "boundary", "session", "scp", "rcp", "resource", "endpoint"];

  it(
    "are compiled or refused, and never throw",
    () => {
      const anyText = fc.oneof(
        fc.json(),
        fc.json().map((text) => `{"Version":"2012-10-17","Statement":${text}}`),
        fc
          .tuple(fc.string(), fc.json(), fc.json())
          .map(
            ([operator, values, resource]) =>
              `{"Statement":{"Effect":"Allow","Action":"*","Resource":${resource},"Condition":{${JSON.stringify(operator)}:${values}}}}`,
          ),
      );
      fc.assert(
        fc.property(anyText, fc.constantFrom(...kinds), (text, kind) => {
          expect(typeof compilePolicy(text, kind).ok).toBe("boolean");
        }),
        manyRuns,
      );
    },
    slow,
  );

  it(
    "are decided on, whatever stands in a pattern, a key or a value",
    () => {
      const text = fc.string({
        unit: fc.constantFrom("a", "*", "?", "$", "{", "}", "'", ",", " ", ":", "/", "arn"),
        maxLength: 30,
      });
      fc.assert(
        fc.property(text, text, text, (resource, key, value) => {
          const Condition = {
            StringLike: { [key]: value },
            ArnLike: { [key]: value },
            IpAddress: { [key]: value },
          };
          const Statement = { Effect: "Allow", Action: "*", Resource: resource, Condition };
          const request = { principal: "*", action: "a:b", resource: "arn:a", context: { [key]: value } };
          const policies = {
            resourcePolicy: { Version: "2012-10-17", Statement: { ...Statement, Principal: "*" } },
          };
          expect(typeof answer({ request, policies, contextComplete: false }).decision).toBe("string");
        }),
        manyRuns,
      );
    },
    slow,
  );
});
