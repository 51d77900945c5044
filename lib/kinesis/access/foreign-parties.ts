import type { PolicySource } from "@/lib/iam/access-index/access-input";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import { parsePrincipal } from "@/lib/iam/principal";
import type { Principal } from "@/lib/iam/principal";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { unreadText } from "@/lib/kinesis/access/resource-policies";
import type { Party } from "@/lib/model/stream-access";

interface Home {
  readonly accountId: string;
  readonly partition: string;
}

/** Whom the policies of streams, consumers and keys allow something from other accounts, each once. */
export function foreignParties(policies: readonly PolicySource[], home: Home): PolicedParty[] {
  const parties = new Map<string, Party>();
  for (const { text } of policies)
    for (const principal of allowedPrincipals(text)) {
      const party = toParty(principal, home);
      if (party) parties.set(party.arn, party);
    }
  return [...parties.values()].map((party) => ({ party, policies: [ownPoliciesOf(party)] }));
}

/** Its own account decides as well, by policies that nobody here can read. */
function ownPoliciesOf({ accountId }: Party): PolicySource {
  return { policy: `account:${accountId}`, text: unreadText };
}

function allowedPrincipals(text: string): Principal[] {
  const parsed = parsePolicyDocument(text);
  if (!parsed.ok) return [];
  return parsed.statements.flatMap(({ effect, principals = [], notPrincipals }): Principal[] => {
    if (effect === "Deny") return [];
    return notPrincipals ? [{ kind: "everyone" }] : principals.map(parsePrincipal);
  });
}

function toParty(principal: Principal, home: Home): Party | undefined {
  const common = { isForeign: true, isServiceLinked: false, path: "/", unreadPolicyIds: [] } as const;
  if (principal.kind === "everyone") {
    const accountId = strangerTo(home.accountId);
    return { ...common, kind: "everyone", name: "everyone", accountId, arn: rootArn(accountId, home) };
  }
  if (!("accountId" in principal) || principal.accountId === home.accountId) return undefined;
  const { accountId } = principal;
  if (principal.kind === "role-session") {
    const { roleName: name } = principal;
    return {
      ...common,
      kind: "role",
      name,
      accountId,
      arn: `arn:${home.partition}:iam::${accountId}:role/${name}`,
    };
  }
  if (principal.kind === "user" || principal.kind === "role")
    return { ...common, kind: principal.kind, name: principal.name, accountId, arn: principal.arn };
  return { ...common, kind: "account", name: accountId, accountId, arn: rootArn(accountId, home) };
}

/** Everyone is asked for as an account that no policy names. */
function strangerTo(accountId: string): string {
  return accountId === "000000000000" ? "999999999999" : "000000000000";
}

function rootArn(accountId: string, { partition }: Home): string {
  return `arn:${partition}:iam::${accountId}:root`;
}
