import { matchesWildcard } from "@/lib/iam/match-wildcard";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { Statement } from "@/lib/iam/statement";
import type { IamInventory, IamRole, IamUser } from "@/lib/model/iam-inventory";
import { mapObserved, type Observed } from "@/lib/model/observed";
import type { AccountSnapshot } from "@/lib/model/snapshot";

type AccountBeforeKeys = Pick<AccountSnapshot, "iam" | "regions">;

/**
 * The users whose access keys matter: those with an Allow that touches Kinesis, of their own or of a group, and
 * those that a stream's or consumer's policy names. A document that nobody understands counts as one that might.
 */
export function usersToAsk(account: AccountBeforeKeys): Observed<string[]> {
  return mapObserved(account.iam, (iam) => touchingKinesis(iam.users, iam, account));
}

/** The same for users and roles; of the roles of AWS's own services nobody decides. */
export function principalsToAsk(account: AccountBeforeKeys): Observed<string[]> {
  return mapObserved(account.iam, (iam) => {
    const roles = iam.roles.filter(({ path }) => !path.startsWith("/aws-service-role/"));
    return touchingKinesis([...iam.users, ...roles], iam, account);
  });
}

function touchingKinesis(
  principals: readonly (IamUser | IamRole)[],
  iam: IamInventory,
  account: AccountBeforeKeys,
): string[] {
  const shared = resourcePolicyTexts(account).join("\n");
  return principals
    .filter(
      (principal) =>
        shared.includes(`"${principal.arn}"`) || documentsOf(principal, iam).some(mayTouchKinesis),
    )
    .map(({ arn }) => arn);
}

function documentsOf(
  principal: IamUser | IamRole,
  { groups, managedPolicies }: IamInventory,
): (string | undefined)[] {
  const groupNames = new Set("groupNames" in principal ? principal.groupNames : []);
  const own = [principal, ...groups.filter(({ name }) => groupNames.has(name))];
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
