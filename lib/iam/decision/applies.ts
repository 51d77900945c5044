import { evaluateCondition } from "@/lib/iam/conditions/evaluate-condition";
import { and, maybe, no, not, or, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";
import { miss, readContextKey } from "@/lib/iam/conditions/context";
import type { CompiledPolicy, CompiledStatement } from "@/lib/iam/decision/compile-policy";
import type { GrantKind } from "@/lib/iam/decision/compile-principals";
import { appliesUnlessListed } from "@/lib/iam/decision/not-principal";
import type { PreparedRequest } from "@/lib/iam/decision/prepare-request";

/** A request and whether a permissions boundary limits who makes it. */
export interface Subject {
  readonly request: PreparedRequest;
  readonly hasBoundary: boolean;
}

/** Whether a statement applies: principal, action, resource and every condition. */
export function applies(statement: CompiledStatement, subject: Subject): Tri {
  if (!statement.coversAction(subject.request.action)) return no;
  const named = appliesToCaller(statement, subject);
  return named === no ? no : and(named, fits(statement, subject.request));
}

/** The same, of the principals alone that a statement names in this way. */
export function appliesAsGrant(statement: CompiledStatement, grant: GrantKind, subject: Subject): Tri {
  if (!statement.coversAction(subject.request.action)) return no;
  const named = statement.excludesPrincipals
    ? grantUnlessListed(statement, grant, subject)
    : namedAs(statement, subject, grant);
  return named === no ? no : and(named, fits(statement, subject.request));
}

function fits(statement: CompiledStatement, request: PreparedRequest): Tri {
  let result = appliesToResource(statement, request);
  for (const condition of statement.conditions) {
    if (result === no) return no;
    result = and(result, evaluateCondition(condition, request.context));
  }
  return result;
}

function appliesToResource(
  { coversResource, excludesResource }: CompiledStatement,
  request: PreparedRequest,
): Tri {
  if (!coversResource) return yes;
  let covers = coversResource(request.resource, request.context);
  if (request.isResourceUnsettled)
    covers = coversResource("*", request.context) === yes ? yes : and(covers, maybe);
  return excludesResource ? not(covers) : covers;
}

function appliesToCaller(statement: CompiledStatement, subject: Subject): Tri {
  const { principals, excludesPrincipals } = statement;
  if (!principals) return yes;
  return excludesPrincipals
    ? appliesUnlessListed(principals, subject.request.caller, subject.hasBoundary)
    : namedAs(statement, subject);
}

/** AWS allows NotPrincipal with Deny alone, and does not say what comes of an Allow that has it. */
function grantUnlessListed({ principals = [] }: CompiledStatement, grant: GrantKind, subject: Subject): Tri {
  if (grant !== "direct") return no;
  return and(maybe, appliesUnlessListed(principals, subject.request.caller, false));
}

function namedAs({ principals = [] }: CompiledStatement, { request }: Subject, grant?: GrantKind): Tri {
  let result: Tri = no;
  for (const each of principals)
    if (grant === undefined || each.grant === grant) result = or(result, each.test(request.caller));
  // Which session a role acts under, and which user a federated user acts for, stands in the user's id.
  if (result === maybe && "accountId" in request.caller) miss(userId, request.context);
  return result;
}

const userId = readContextKey("aws:userid");

/** Whether any of the policies allows; what one that cannot be read says, nobody knows. */
export function allowOf(policies: readonly CompiledPolicy[] | undefined, subject: Subject): Tri {
  let result: Tri = no;
  if (policies) for (const policy of policies) result = or(result, allowOfOne(policy, subject));
  return result;
}

export function allowOfOne(policy: CompiledPolicy, subject: Subject): Tri {
  return policy.ok ? anyApplies(policy.allows, subject) : maybe;
}

/** Whether any of the policies denies. */
export function denyOf(policies: readonly CompiledPolicy[] | undefined, subject: Subject): Tri {
  let result: Tri = no;
  if (policies) for (const policy of policies) result = or(result, denyOfOne(policy, subject));
  return result;
}

export function denyOfOne(policy: CompiledPolicy | undefined, subject: Subject): Tri {
  if (!policy) return no;
  return policy.ok ? anyApplies(policy.denies, subject) : maybe;
}

function anyApplies(statements: readonly CompiledStatement[], subject: Subject): Tri {
  let result: Tri = no;
  for (const statement of statements) {
    result = or(result, applies(statement, subject));
    if (result === yes) return yes;
  }
  return result;
}
