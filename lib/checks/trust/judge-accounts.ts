import { parseArn } from "@/lib/model/arn";
import type { CheckPlace } from "@/lib/model/check";
import type { Severity } from "@/lib/model/verdict";
import { positiveValues, refusesOthers } from "@/lib/checks/bounding-conditions";
import { coversEverybody } from "@/lib/checks/kinesis-reach";
import { standingOf, standingOfOrganizations } from "@/lib/checks/known-accounts";
import type { OrganizationParts, Standing } from "@/lib/checks/known-accounts";
import type { TrustFault, TrustStatement } from "@/lib/checks/trust/trust-fault";

/** What trust in accounts is judged by. */
export type TrustParts = OrganizationParts & CheckPlace<"thirdPartyAccountIds">;

/** A principal of some account, or the account as a whole. */
export function judgeAccountPrincipal(
  accountId: string,
  who: string,
  trust: TrustStatement,
  parts: TrustParts,
): TrustFault | undefined {
  if (parts.settings.thirdPartyAccountIds?.includes(accountId))
    return asksForExternalId(trust)
      ? undefined
      : { says: `by the third party ${accountId} without an external id`, severity: "medium" };
  const says = `by ${who === accountId ? `account ${who}` : who}, of an account that is not known`;
  return faultOf([standingOf(accountId, parts)], boundOf(trust, parts), { says, severity: "high" });
}

/** Everybody, unless a condition bounds it to accounts: an external id or a network bounds nobody. */
export function judgeEverybody(trust: TrustStatement, parts: OrganizationParts): TrustFault | undefined {
  const accountIds = boundingAccounts(trust);
  const bound = boundOf(trust, parts);
  if (accountIds.length === 0 && bound === undefined)
    return { says: "by everybody (Principal *)", severity: "critical" };
  const says = `by ${accountIds.length === 0 ? "an organization" : accountIds.join(", ")}, which is not known`;
  const standings = accountIds.map((accountId) => standingOf(accountId, parts));
  return faultOf(standings.length === 0 ? ["outside"] : standings, bound, { says, severity: "high" });
}

/** Known where each account is, or where the organization that bounds the statement is one's own. */
function faultOf(
  standings: readonly Standing[],
  bound: Standing | undefined,
  fault: { readonly says: string; readonly severity: Severity },
): TrustFault | undefined {
  if (bound === "known" || standings.every((standing) => standing === "known")) return undefined;
  // The bound may be to one's own organization, where that is not known.
  if (bound !== undefined && bound !== "outside") return { gap: bound.gap };
  if (standings.includes("outside")) return fault;
  const [gap] = standings.flatMap((standing) => (typeof standing === "object" ? [standing.gap] : []));
  return gap ? { gap } : undefined;
}

function asksForExternalId({ statement }: TrustStatement): boolean {
  const values = positiveValues(statement, "sts:ExternalId");
  return values !== undefined && values.every((value) => /[^*?]/.test(value));
}

/** Whether the organization that a statement, or a Deny beside it, bounds the callers to is one's own. */
function boundOf(trust: TrustStatement, parts: OrganizationParts): Standing | undefined {
  const paths = boundingValues(trust, "aws:PrincipalOrgPaths")?.map((path) => path.replace(/\/.*/s, ""));
  const ids = boundingValues(trust, "aws:PrincipalOrgID") ?? paths;
  return ids && standingOfOrganizations(ids, parts);
}

function boundingAccounts(trust: TrustStatement): readonly string[] {
  const accounts = boundingValues(trust, "aws:PrincipalAccount");
  if (accounts?.every((accountId) => /^\d{12}$/.test(accountId))) return accounts;
  const arns = trust.statement.conditions
    .filter(
      ({ operator, key }) =>
        /^aws:PrincipalArn$/i.test(key) && /^(?:Arn|String)(?:Equals|Like)$/.test(operator),
    )
    .map(({ values }) => values.map((value) => parseArn(value)?.accountId ?? ""));
  return arns.find((accountIds) => accountIds.every((accountId) => /^\d{12}$/.test(accountId))) ?? [];
}

/** What a positive condition of the statement names, or what a Deny of everybody else spares. */
function boundingValues({ statement, denies }: TrustStatement, key: string): readonly string[] | undefined {
  const positive = positiveValues(statement, key);
  if (positive) return positive;
  const refusing = denies.filter((deny) => coversEverybody(deny) && refusesOthers(deny, "principal"));
  const conditions = refusing.flatMap((deny) => deny.conditions);
  return conditions.find((condition) => condition.key.toLowerCase() === key.toLowerCase())?.values;
}
