import { parseArn } from "@/lib/model/arn";
import type { ReportRoleReach, WayInKind } from "@/lib/model/role-reach";

const words: Readonly<Record<WayInKind, (who: string) => string>> = {
  service: (who) => `the service ${who}`,
  oidc: (who) => `whoever signs in through ${providerOf(who)} (OIDC)`,
  saml: (who) => `whoever signs in through ${providerOf(who)} (SAML)`,
  account: accountWords,
  everyone: () => "everyone, from any account",
  deleted: (who) => `a principal that no longer exists (${who})`,
  unrecognised: (who) => `${who}, which names nobody that Weir knows`,
};

/** `the service lambda.amazonaws.com`: whom a trust policy lets in. */
export function wayInWords({ kind, who }: ReportRoleReach["waysIn"][number]): string {
  return words[kind](who);
}

function providerOf(who: string): string {
  return parseArn(who)?.resource.replace(/^(oidc|saml)-provider\//, "") ?? who;
}

function accountWords(who: string): string {
  const arn = parseArn(who);
  if (!arn) return `whoever account ${who} lets`;
  return arn.resource === "root"
    ? `whoever account ${arn.accountId} lets`
    : `${arn.resource} of account ${arn.accountId}`;
}
