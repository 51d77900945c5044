import type { Caller } from "@/lib/iam/decision/caller";
import type { PrincipalTest } from "@/lib/iam/decision/compile-principals";
import { maybe, no, not, or, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/**
 * Whether a statement with NotPrincipal applies to a caller. A boundary makes it apply, whoever is listed.
 * To be excepted a user has to be listed with its account, a session with its role and account; what
 * comes of a part of these AWS does not say beyond a "might".
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function appliesUnlessListed(
  tests: readonly PrincipalTest[],
  caller: Caller,
  hasBoundary: boolean,
): Tri {
  if (hasBoundary) return yes;
  const direct = listed(tests, caller, "direct");
  if (!("accountId" in caller)) return not(direct);
  // Whether somebody unnamed has a boundary, nobody knows.
  if (tests.some(({ grant, test }) => grant === "direct" && test({ kind: "anonymous" }) === yes))
    return caller.kind === "unnamed" ? maybe : no;

  const account = listed(tests, caller, "account");
  if (caller.kind === "root") return not(account);
  const role = listed(tests, caller, "role");
  const self = selfOf(caller, { direct, role, user: listed(tests, caller, "user") });
  const needsRole = caller.kind === "role-session";
  if (self === yes && account === yes && (!needsRole || role === yes)) return no;
  return self === no && account === no && role === no ? yes : maybe;
}

function selfOf(caller: Caller, lists: { direct: Tri; role: Tri; user: Tri }): Tri {
  if (caller.kind === "user") return lists.user;
  return caller.kind === "role" ? or(lists.role, lists.direct) : or(lists.direct, lists.user);
}

function listed(tests: readonly PrincipalTest[], caller: Caller, grant: PrincipalTest["grant"]): Tri {
  return tests.reduce<Tri>(
    (total, each) => (each.grant === grant ? or(total, each.test(caller)) : total),
    no,
  );
}
