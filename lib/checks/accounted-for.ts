import { accountOf, parsePrincipal } from "@/lib/iam/principal";
import type { Principal } from "@/lib/iam/principal";
import type { Statement } from "@/lib/iam/statement";
import type { CheckPlace } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { AttachedPolicy, Holder } from "@/lib/checks/attached-policies";
import { readStatements } from "@/lib/checks/policy-document";

/** Whether somebody answers for an administrator, or what would settle it. */
export type Accounting = "accounted-for" | "not-accounted-for" | { readonly gap: Gap };

type Parts = CheckPlace & Pick<AccountParts, "organization">;

const administratorAccess = /^arn:[^:]+:iam::aws:policy\/AdministratorAccess$/;

/**
 * AWS's AdministratorAccess on a role is accounted for by who may assume it: people through IAM
 * Identity Center, CloudFormation, or the organization's management account, and nobody else.
 *
 * In the management account itself a trust in one's own account names everybody there, so that it
 * accounts for nothing.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html
 */
export function accountingOf({ id }: AttachedPolicy, holder: Holder, parts: Parts): Accounting {
  const { trustPolicy } = holder;
  if (!administratorAccess.test(id) || trustPolicy === undefined) return "not-accounted-for";
  const trust = trustOf({ ...holder, trustPolicy });
  if (!trust.ok) return { gap: trust.gap };
  return accountingOfTrust(trust.statements, holder, parts);
}

/** Whether a role is assumed through IAM Identity Center and by nobody else. */
export function identityCenterTrust(
  role: Pick<Holder, "arn" | "name" | "path"> & { readonly trustPolicy: string },
): boolean | { readonly gap: Gap } {
  const trust = trustOf(role);
  if (!trust.ok) return { gap: trust.gap };
  const allows = trust.statements.filter(({ effect }) => effect === "Allow");
  const trusted = allows.flatMap(({ principals = [] }) => principals.map(parsePrincipal));
  return (
    trusted.length > 0 &&
    allows.every(({ principals }) => principals !== undefined) &&
    trusted.every((principal) => isIdentityCenter(principal, role))
  );
}

function trustOf({
  name,
  arn,
  trustPolicy,
}: Pick<Holder, "arn" | "name"> & { readonly trustPolicy: string }) {
  return readStatements(trustPolicy, {
    name: `the trust policy of role ${name}`,
    action: "iam:GetAccountAuthorizationDetails",
    resource: arn,
  });
}

function accountingOfTrust(statements: readonly Statement[], holder: Holder, parts: Parts): Accounting {
  const allows = statements.filter(({ effect }) => effect === "Allow");
  const trusted = allows.flatMap(({ principals = [] }) => principals.map(parsePrincipal));
  if (trusted.length === 0 || allows.some(({ principals }) => !principals)) return "not-accounted-for";
  if (trusted.every((principal) => isIdentityCenter(principal, holder))) return "accounted-for";
  if (trusted.every(isCloudFormation)) return "accounted-for";
  return accountingOfAccounts(new Set(trusted.map(accountOf)), parts);
}

/** IAM Identity Center's provider, on a role in the path that only Identity Center can write to. */
function isIdentityCenter(principal: Principal, { path }: Pick<Holder, "path">): boolean {
  return (
    path.startsWith("/aws-reserved/sso.amazonaws.com/") &&
    principal.kind === "federated" &&
    /^arn:[^:]+:iam::\d{12}:saml-provider\/AWSSSO_[^/]+_DO_NOT_DELETE$/.test(principal.provider)
  );
}

function isCloudFormation(principal: Principal): boolean {
  return principal.kind === "service" && principal.service === "cloudformation.amazonaws.com";
}

function accountingOfAccounts(
  trusted: ReadonlySet<string | undefined>,
  { accountId, organization }: Parts,
): Accounting {
  const [trustedAccountId] = trusted;
  if (trusted.size !== 1 || trustedAccountId === undefined || trustedAccountId === accountId)
    return "not-accounted-for";
  if (!organization.known) return { gap: organization.gap };
  return organization.value?.managementAccountId === trustedAccountId ? "accounted-for" : "not-accounted-for";
}
