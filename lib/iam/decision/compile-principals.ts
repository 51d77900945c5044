import type { Caller } from "@/lib/iam/decision/caller";
import { parsePrincipal } from "@/lib/iam/principal";
import type { Principal, PrincipalEntry } from "@/lib/iam/principal";
import { maybe, no, triOf, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/**
 * How a resource policy names whom it allows decides what else limits the grant: `account` hands it to the
 * account's identity policies, `role` to the boundary and the session policy, `user` to the session
 * policy, `direct` to nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type GrantKind = "account" | "role" | "user" | "direct";

export interface PrincipalTest {
  readonly grant: GrantKind;
  readonly test: (caller: Caller) => Tri;
}

export function compilePrincipals(entries: readonly PrincipalEntry[]): PrincipalTest[] {
  return entries.map((entry) => {
    // An S3 canonical user stands for an account that nobody can tell from it.
    if (entry.type === "CanonicalUser")
      return { grant: "account", test: (caller) => ("accountId" in caller ? maybe : no) };
    const principal = parsePrincipal(entry);
    return { grant: grantOf(principal), test: testOf(principal) };
  });
}

function grantOf({ kind }: Principal): GrantKind {
  if (kind === "account" || kind === "role" || kind === "user") return kind;
  return "direct";
}

function testOf(principal: Principal): PrincipalTest["test"] {
  const { kind } = principal;
  if (kind === "everyone") return () => yes;
  if (kind === "deleted" || kind === "unrecognised") return () => no;
  if (kind === "service")
    return (caller) => (caller.kind === kind ? isNamed(principal.service, caller.service) : no);
  if (kind === "federated")
    return (caller) => (caller.kind === kind ? isNamed(principal.provider, caller.provider) : no);
  return testInAccount(principal);
}

function testInAccount(principal: Extract<Principal, { accountId: string }>): PrincipalTest["test"] {
  if (principal.kind === "account")
    return (caller) => triOf("accountId" in caller && caller.accountId === principal.accountId);
  if (principal.kind === "user") return (caller) => isUser(caller, principal.arn, principal.accountId);
  if (principal.kind === "role-session") return (caller) => isSession(caller, principal);
  if (principal.kind === "federated-user")
    return (caller) => triOf(caller.kind === "federated-user" && caller.arn === principal.arn);
  return (caller) => isRole(caller, principal);
}

/** A federated user acts for a user of the same account, and does not tell for which. */
function isUser(caller: Caller, arn: string, accountId: string): Tri {
  if (caller.kind === "user") return triOf(caller.arn === arn);
  return caller.kind === "federated-user" && caller.accountId === accountId ? maybe : no;
}

/** The ARN of a session has no path, so that it is the role's name that counts; names are unique in an account. */
function isRole(caller: Caller, role: { accountId: string; name: string; arn: string }): Tri {
  if (caller.kind === "role") return triOf(caller.arn === role.arn);
  if (caller.kind !== "role-session") return no;
  return triOf(caller.accountId === role.accountId && caller.roleName === role.name);
}

/** A role may act under any session name. */
function isSession(caller: Caller, session: { accountId: string; roleName: string; arn: string }): Tri {
  if (caller.kind === "role-session") return triOf(caller.arn === session.arn);
  if (caller.kind !== "role") return no;
  return caller.accountId === session.accountId && caller.name === session.roleName ? maybe : no;
}

/** AWS forbids `*` here, and does not say what comes of one that is there. */
function isNamed(wanted: string, actual: string): Tri {
  if (wanted === "*") return maybe;
  return triOf(wanted === actual);
}
