import { accountOf, parsePrincipal } from "@/lib/iam/principal";
import type { Principal, PrincipalEntry } from "@/lib/iam/principal";
import type { Statement } from "@/lib/iam/statement";
import type { WayIn, WayInKind } from "@/lib/model/role-reach";

/** Whom the Allow statements of a trust policy let in beside the account's own users and roles. */
export function waysInto(statements: readonly Statement[], accountId: string): WayIn[] {
  return statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ index, principals = [], notPrincipals, conditions }) => {
      // An Allow with NotPrincipal lets everybody in but those that it lists.
      const entries = notPrincipals ? [{ type: "AWS", value: "*" } as const] : principals;
      return entries.flatMap((entry): WayIn[] => {
        const principal = parsePrincipal(entry);
        if (accountOf(principal) === accountId) return [];
        return [{ kind: kindOf(principal, entry), who: entry.value, statement: index, conditions }];
      });
    });
}

function kindOf({ kind }: Principal, { value }: PrincipalEntry): WayInKind {
  if (kind === "everyone" || kind === "deleted" || kind === "service" || kind === "unrecognised") return kind;
  if (kind !== "federated") return "account";
  return value.includes(":saml-provider/") ? "saml" : "oidc";
}
