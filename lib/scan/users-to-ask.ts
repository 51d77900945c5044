import { matchesWildcard } from "@/lib/iam/match-wildcard";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Statement } from "@/lib/iam/statement";
import type { IamInventory, IamUser } from "@/lib/model/iam-inventory";
import { mapObserved, type Observed } from "@/lib/model/observed";
import type { AccountSnapshot } from "@/lib/model/snapshot";

type AccountBeforeKeys = Pick<AccountSnapshot, "iam" | "regions">;

/**
 * The users whose access keys matter: those with an Allow that touches Kinesis, of their own or of a group, and
 * those that a stream's or consumer's policy names. A document that nobody understands counts as one that might.
 */
export function usersToAsk(account: AccountBeforeKeys): Observed<string[]> {
  const shared = resourcePolicyTexts(account).join("\n");
  return mapObserved(account.iam, (iam) =>
    iam.users
      .filter((user) => shared.includes(`"${user.arn}"`) || documentsOf(user, iam).some(mayTouchKinesis))
      .map(({ arn }) => arn),
  );
}

function documentsOf(user: IamUser, { groups, managedPolicies }: IamInventory): (string | undefined)[] {
  const groupNames = new Set(user.groupNames);
  const own = [user, ...groups.filter(({ name }) => groupNames.has(name))];
  const inline = own.flatMap(({ inlinePolicies }) => inlinePolicies.map(({ document }) => document));
  const managed = own.flatMap(({ attachedPolicyArns }) =>
    attachedPolicyArns.map((arn) => managedPolicies.find((policy) => policy.arn === arn)?.document),
  );
  return [...inline, ...managed];
}

function mayTouchKinesis(document: string | undefined): boolean {
  if (document === undefined) return true;
  const parsed = parsePolicyDocument(document);
  return (
    !parsed.ok || parsed.statements.some((statement) => statement.effect === "Allow" && touches(statement))
  );
}

function touches({ actions, notActions }: Statement): boolean {
  if (notActions) return !notActions.some((pattern) => pattern.toLowerCase() === "kinesis:*");
  return (
    actions?.some((pattern) => matchesWildcard(servicePart(pattern), "kinesis", { ignoreCase: true })) ??
    false
  );
}

function servicePart(pattern: string): string {
  const [service = ""] = pattern.split(":");
  return service;
}

function resourcePolicyTexts({ regions }: AccountBeforeKeys): string[] {
  const streams = regions.flatMap(({ streams: read }) => (read.known ? read.value : []));
  const consumers = streams.flatMap(({ consumers: read }) => (read.known ? read.value : []));
  return [...streams, ...consumers].flatMap(({ resourcePolicy }) =>
    resourcePolicy.known && resourcePolicy.value !== null ? [resourcePolicy.value] : [],
  );
}
