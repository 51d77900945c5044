import { compileCondition } from "@/lib/iam/conditions/compile-condition";
import type { CompiledCondition } from "@/lib/iam/conditions/compile-condition";
import { compileActions } from "@/lib/iam/decision/compile-actions";
import type { ActionTest } from "@/lib/iam/decision/compile-actions";
import { compilePrincipals } from "@/lib/iam/decision/compile-principals";
import type { PrincipalTest } from "@/lib/iam/decision/compile-principals";
import { compileResources } from "@/lib/iam/decision/compile-resources";
import type { ResourceSetting, ResourceTest } from "@/lib/iam/decision/compile-resources";
import { quote } from "@/lib/iam/json-tree";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Statement } from "@/lib/iam/statement";

/** What a policy is attached to; resource policies are those of keys and the trust policies of roles, too. */
export type PolicyKind = "identity" | "boundary" | "session" | "scp" | "rcp" | "resource" | "endpoint";

export interface CompiledStatement {
  /** As it is written, for those who look at its patterns. */
  readonly written: Statement;
  /** Whether its policy's version knows variables. */
  readonly hasVariables: boolean;
  readonly index: number;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  readonly coversAction: ActionTest;
  /** Absent where the statement names no resource, as in a trust policy: it is about the one it is attached to. */
  readonly coversResource?: ResourceTest;
  /** Whether Resource is a NotResource. */
  readonly excludesResource: boolean;
  /** Absent where the policy names nobody: it is about whoever it is attached to. */
  readonly principals?: readonly PrincipalTest[];
  readonly excludesPrincipals: boolean;
  readonly conditions: readonly CompiledCondition[];
}

export type CompiledPolicy =
  | {
      readonly ok: true;
      readonly allows: readonly CompiledStatement[];
      readonly denies: readonly CompiledStatement[];
    }
  /** What it allows and denies, nobody knows. */
  | { readonly ok: false; readonly problem: string };

/** Reads a policy's JSON text, once, to be held against many requests. */
export function compilePolicy(text: string, kind: PolicyKind): CompiledPolicy {
  const parsed = parsePolicyDocument(text);
  if (!parsed.ok) return { ok: false, problem: parsed.problem };
  const hasVariables = parsed.version === "2012-10-17";
  const compiled: CompiledStatement[] = [];
  for (const statement of parsed.statements) {
    const problem = problemOf(statement, kind);
    const result = problem === undefined ? compileStatement(statement, kind, hasVariables) : { problem };
    if ("problem" in result)
      return { ok: false, problem: `Statement[${statement.index}]: ${result.problem}` };
    compiled.push(result);
  }
  return {
    ok: true,
    allows: compiled.filter(({ effect }) => effect === "Allow"),
    denies: compiled.filter(({ effect }) => effect === "Deny"),
  };
}

const kindsWithPrincipal: ReadonlySet<PolicyKind> = new Set(["rcp", "resource", "endpoint"]);

/** What AWS refuses to attach, beyond what it refuses in every policy. */
function problemOf(statement: Statement, kind: PolicyKind): string | undefined {
  const { principals, notPrincipals, resources, notResources } = statement;
  const namesPrincipal = principals !== undefined || notPrincipals !== undefined;
  if (kindsWithPrincipal.has(kind) !== namesPrincipal)
    return namesPrincipal ? "this kind of policy has no Principal" : "there is no Principal";
  if (kind !== "resource" && !resources && !notResources) return "there is neither Resource nor NotResource";
  return undefined;
}

const kindsThatComplete: ReadonlySet<PolicyKind> = new Set(["identity", "boundary", "scp"]);

function compileStatement(
  statement: Statement,
  kind: PolicyKind,
  hasVariables: boolean,
): CompiledStatement | { readonly problem: string } {
  const { index, sid, effect } = statement;
  const conditions: CompiledCondition[] = [];
  for (const condition of statement.conditions) {
    const compiled = compileCondition(condition, { effect, hasVariables });
    if (!compiled) return { problem: `unknown condition operator ${quote(condition.operator)}` };
    conditions.push(compiled);
  }
  const patterns = statement.resources ?? statement.notResources;
  const entries = statement.principals ?? statement.notPrincipals;
  const negated = statement.notResources !== undefined;
  const completes = kindsThatComplete.has(kind);
  return {
    written: statement,
    hasVariables,
    index,
    ...(sid !== undefined && { sid }),
    effect,
    coversAction: actionsWhenAsked(statement),
    ...(patterns && { coversResource: whenAsked(patterns, { hasVariables, negated, completes }) }),
    excludesResource: negated,
    ...(entries && { principals: compilePrincipals(entries) }),
    excludesPrincipals: statement.notPrincipals !== undefined,
    conditions,
  };
}

function actionsWhenAsked({ actions, notActions = [] }: Statement): ActionTest {
  let test: ActionTest | undefined;
  if (actions) return (action) => (test ??= compileActions(actions))(action);
  return (action) => !(test ??= compileActions(notActions))(action);
}

/** Patterns are compiled when the first request comes: the account-wide index looks most of them up instead. */
function whenAsked(patterns: readonly string[], setting: ResourceSetting): ResourceTest {
  let test: ResourceTest | undefined;
  return (resource, context) => (test ??= compileResources(patterns, setting))(resource, context);
}
