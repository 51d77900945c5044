import type { ToldContext } from "@/lib/iam/access-index/access-index";
import type { AccessResource, PolicySource } from "@/lib/iam/access-index/access-input";
import type { IndexedAction } from "@/lib/iam/access-index/index-statement";
import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { known } from "@/lib/iam/access-index/item-at";
import { joinFacts } from "@/lib/iam/access-index/known-facts";
import { subjectFor } from "@/lib/iam/access-index/overlay-statement";
import type { ScopedResource } from "@/lib/iam/access-index/overlay-statement";
import type { ReadPolicy } from "@/lib/iam/access-index/read-policy";
import { buildContext } from "@/lib/iam/conditions/context";
import type { PolicyKind } from "@/lib/iam/decision/compile-policy";
import { explain } from "@/lib/iam/decision/explain";
import type { Explanation } from "@/lib/iam/decision/explain";

export interface Triple {
  readonly principal: IndexedPrincipal;
  readonly action: IndexedAction;
  readonly resource: ScopedResource;
  /** Goes before what the index knows. */
  readonly told?: ToldContext;
}

/** Asks the evaluator for one request, and names the policies as they were given. */
export function explainAccess(read: ReadPolicy, { principal, action, resource, told }: Triple): Explanation {
  const { request: untold } = subjectFor(principal, resource, {
    action: action.name,
    isResourceUnsettled: action.isUnsettled,
  });
  const request = told
    ? { ...untold, context: joinFacts(buildContext(told, false), untold.context) }
    : untold;
  const { given } = principal;
  const compiled = (source: PolicySource, kind: PolicyKind) => read(source, kind);
  const { resourcePolicy, rcps = [] } = resource.given;
  const { statements, ...explanation } = explain(request, {
    identityPolicies: given.policies.map((source) => compiled(source, "identity")),
    ...(given.boundary && { boundary: compiled(given.boundary, "boundary") }),
    scps: given.scps.map((level) => level.map((source) => compiled(source, "scp"))),
    rcps: rcps.map((level) => level.map((source) => compiled(source, "rcp"))),
    ...(resourcePolicy && { resourcePolicy: compiled(resourcePolicy, "resource") }),
  });
  const names = namesByLabel(principal, resource.given);
  const named = statements.map(({ policy, ...statement }) =>
    Object.assign(statement, { policy: known(names.get(policy), policy) }),
  );
  return { ...explanation, statements: named };
}

/** The evaluator calls policies by their place, e.g. `identityPolicies[0]` and `scps[1][0]`. */
function namesByLabel(
  { given }: IndexedPrincipal,
  { resourcePolicy, rcps = [] }: AccessResource,
): Map<string, string> {
  const levels = (part: string, nested: readonly (readonly PolicySource[])[]) =>
    nested.flatMap((level, outer) =>
      level.map(({ policy }, inner) => [`${part}[${outer}][${inner}]`, policy] as const),
    );
  return new Map([
    ...given.policies.map(({ policy }, index) => [`identityPolicies[${index}]`, policy] as const),
    ...(given.boundary ? [["boundary", given.boundary.policy] as const] : []),
    ...(resourcePolicy ? [["resourcePolicy", resourcePolicy.policy] as const] : []),
    ...levels("scps", given.scps),
    ...levels("rcps", rcps),
  ]);
}
