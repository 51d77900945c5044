import type { IamGroup, IamRole, IamUser } from "@/lib/model/iam-inventory";
import { policyId } from "@/lib/model/policy-id";
import type { ReportPrincipal } from "@/lib/model/report";
import type { AccountSnapshot, Snapshot } from "@/lib/model/snapshot";

/** Users, groups and roles with the policies that are in force for them, by ARN. */
export function buildPrincipals(snapshot: Snapshot): ReportPrincipal[] {
  return snapshot.accounts.flatMap(principalsOf).toSorted((one, other) => (one.arn < other.arn ? -1 : 1));
}

function principalsOf({ accountId, iam }: AccountSnapshot): ReportPrincipal[] {
  if (!iam.known) return [];
  const { users, groups, roles } = iam.value;
  const policiesByGroup = new Map(groups.map((group) => [group.name, ownPolicyIds(group)]));
  return [
    ...users.map((user) => toUser(user, accountId, policiesByGroup)),
    ...groups.map((group) => principal(group, "group", accountId)),
    ...roles.map((role) => toRole(role, accountId)),
  ];
}

function toUser(
  user: IamUser,
  accountId: string,
  policiesByGroup: ReadonlyMap<string, readonly string[]>,
): ReportPrincipal {
  const { groupNames } = user;
  const throughGroups = groupNames.flatMap((name) => policiesByGroup.get(name) ?? []);
  const policyIds = distinct([...ownPolicyIds(user), ...throughGroups]);
  return { ...principal(user, "user", accountId), policyIds, ...boundary(user), groupNames };
}

function toRole(role: IamRole, accountId: string): ReportPrincipal {
  const { lastUsedAt } = role;
  return {
    ...principal(role, "role", accountId),
    ...(lastUsedAt !== undefined && { lastUsedAt }),
    ...boundary(role),
  };
}

function principal(identity: IamGroup, kind: ReportPrincipal["kind"], accountId: string): ReportPrincipal {
  const { arn, name, createdAt } = identity;
  const policyIds = distinct(ownPolicyIds(identity));
  return {
    arn,
    kind,
    name,
    accountId,
    ...(createdAt !== undefined && { createdAt }),
    policyIds,
    groupNames: [],
  };
}

function boundary({ boundaryArn }: Pick<IamUser, "boundaryArn">): Pick<ReportPrincipal, "boundaryId"> {
  return boundaryArn === undefined ? {} : { boundaryId: boundaryArn };
}

function ownPolicyIds({ arn, inlinePolicies, attachedPolicyArns }: IamGroup): string[] {
  return [...attachedPolicyArns, ...inlinePolicies.map(({ name }) => policyId.inline(arn, name))];
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted();
}
