import "server-only";
import type { GroupAnswer, IamPage, PolicyAnswer, RoleAnswer, UserAnswer } from "@/lib/collectors/iam-answer";
import { present, toIso } from "@/lib/collectors/present";
import { compareText, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { parseArn } from "@/lib/model/arn";
import type { IamGroup, IamInventory, IamRole, IamUser, ManagedPolicy } from "@/lib/model/iam-inventory";

/** The pages in our words, sorted by ARN; one thing that stands on two pages counts once. */
export function toIamInventory(pages: readonly IamPage[]): IamInventory {
  const users = pages.flatMap(({ UserDetailList }) => UserDetailList).map(toUser);
  const groups = pages.flatMap(({ GroupDetailList }) => GroupDetailList).map(toGroup);
  const roles = pages.flatMap(({ RoleDetailList }) => RoleDetailList).map(toRole);
  const policies = pages.flatMap(({ Policies }) => Policies).map(toPolicy);
  const inUse = new Set([...users, ...groups, ...roles].flatMap(policyArnsOf));
  return {
    users: byArn(users),
    groups: byArn(groups),
    roles: byArn(roles),
    // LocalStack lists all of AWS's own, some 1,500; nobody holds those that are neither attached nor a boundary.
    managedPolicies: byArn(policies.filter(({ arn, awsManaged }) => !awsManaged || inUse.has(arn))),
  };
}

function policyArnsOf(principal: IamUser | IamGroup | IamRole): string[] {
  const boundary = "boundaryArn" in principal ? principal.boundaryArn : undefined;
  return boundary === undefined
    ? principal.attachedPolicyArns
    : principal.attachedPolicyArns.concat(boundary);
}

function byArn<Item extends { readonly arn: string }>(items: readonly Item[]): Item[] {
  const arnOf = ({ arn }: Item) => arn;
  return sortedBy(uniqueBy(items, arnOf), arnOf);
}

interface Inline {
  readonly PolicyName: string;
  readonly PolicyDocument: string;
}

function toPrincipal(answer: UserAnswer | GroupAnswer | RoleAnswer, inline: readonly Inline[]) {
  const { Arn, Path, CreateDate, AttachedManagedPolicies } = answer;
  return {
    arn: Arn,
    path: Path ?? pathIn(Arn),
    ...present({ createdAt: toIso(CreateDate) }),
    inlinePolicies: inline
      .map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, document: PolicyDocument }))
      .toSorted((a, b) => compareText(a.name, b.name)),
    attachedPolicyArns: AttachedManagedPolicies.map(({ PolicyArn }) => PolicyArn).toSorted(compareText),
  };
}

function toUser(user: UserAnswer): IamUser {
  return {
    ...toPrincipal(user, user.UserPolicyList),
    name: user.UserName,
    id: user.UserId,
    groupNames: user.GroupList.toSorted(compareText),
    ...present({ boundaryArn: user.PermissionsBoundary?.PermissionsBoundaryArn }),
    tags: toTags(user.Tags),
  };
}

function toGroup(group: GroupAnswer): IamGroup {
  return { ...toPrincipal(group, group.GroupPolicyList), name: group.GroupName, id: group.GroupId };
}

function toRole(role: RoleAnswer): IamRole {
  return {
    ...toPrincipal(role, role.RolePolicyList),
    name: role.RoleName,
    id: role.RoleId,
    trustPolicy: role.AssumeRolePolicyDocument,
    instanceProfileArns: role.InstanceProfileList.map(({ Arn }) => Arn).toSorted(compareText),
    ...present({
      boundaryArn: role.PermissionsBoundary?.PermissionsBoundaryArn,
      lastUsedAt: toIso(role.RoleLastUsed?.LastUsedDate),
    }),
    tags: toTags(role.Tags),
  };
}

function toPolicy({
  Arn,
  PolicyName,
  DefaultVersionId,
  UpdateDate,
  PolicyVersionList,
}: PolicyAnswer): ManagedPolicy {
  const version =
    PolicyVersionList.find(({ IsDefaultVersion }) => IsDefaultVersion === true) ??
    PolicyVersionList.find(({ VersionId }) => VersionId !== undefined && VersionId === DefaultVersionId);
  return {
    arn: Arn,
    // moto sends policies without their names.
    name: PolicyName ?? lastSegment(Arn),
    awsManaged: parseArn(Arn)?.accountId === "aws",
    ...present({
      document: version?.Document,
      defaultVersionId: DefaultVersionId ?? version?.VersionId,
      updatedAt: toIso(UpdateDate),
    }),
  };
}

/** `user/division/team/name` has the path `/division/team/`. */
function pathIn(arn: string): string {
  const inner = (parseArn(arn)?.resource ?? "").split("/").slice(1, -1);
  return inner.length === 0 ? "/" : `/${inner.join("/")}/`;
}

function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

function toTags(
  tags: readonly { readonly Key: string; readonly Value?: string | null | undefined }[],
): Record<string, string> {
  const entries = tags.map(({ Key, Value }): [string, string] => [Key, Value ?? ""]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)));
}
