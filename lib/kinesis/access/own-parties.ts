import type { PolicySource } from "@/lib/iam/access-index/access-input";
import { unreadText } from "@/lib/kinesis/access/resource-policies";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { IamGroup, IamInventory, IamRole, IamUser } from "@/lib/model/iam-inventory";
import { policyId } from "@/lib/model/policy-id";
import type { Party } from "@/lib/model/stream-access";

/** A party with what decides about it. */
export interface PolicedParty {
  readonly party: Party;
  /** Inline and attached ones, those of the groups included. */
  readonly policies: readonly PolicySource[];
  readonly boundary?: PolicySource;
  readonly tags?: IamUser["tags"];
  readonly userId?: string;
}

/** The users and roles of the account. */
export function ownParties(inventory: IamInventory, accountId: string): PolicedParty[] {
  const managedSource = managedSourcesIn(inventory);
  const policiesOf = sourcesIn(inventory);
  const groups = new Map(inventory.groups.map((group) => [group.name, policiesOf(group)]));
  const isReadable = rememberReadable();

  const police = (
    identity: IamUser | IamRole,
    kind: "user" | "role",
    groupNames: readonly string[],
  ): PolicedParty => {
    const { arn, name, path, boundaryArn, tags, id } = identity;
    const fromGroups = groupNames.flatMap((group) => groups.get(group) ?? [unlistedGroup(arn, group)]);
    const policies = distinct([...policiesOf(identity), ...fromGroups]);
    const boundary = boundaryArn === undefined ? undefined : managedSource(boundaryArn);
    const unread = [...policies, ...(boundary ? [boundary] : [])].filter(({ text }) => !isReadable(text));
    const isServiceLinked = path.startsWith("/aws-service-role/");
    const unreadPolicyIds = unread.map(({ policy }) => policy);
    return {
      party: { arn, kind, name, accountId, path, isForeign: false, isServiceLinked, unreadPolicyIds },
      policies,
      tags,
      ...(boundary && { boundary }),
      ...(kind === "user" && { userId: id }),
    };
  };
  return [
    ...inventory.users.map((user) => police(user, "user", user.groupNames)),
    ...inventory.roles.map((role) => police(role, "role", [])),
  ];
}

/** The policies of an identity itself, inline and attached. */
export function sourcesIn(inventory: IamInventory): (identity: IamGroup) => PolicySource[] {
  const managedSource = managedSourcesIn(inventory);
  return ({ arn, inlinePolicies, attachedPolicyArns }) => [
    ...inlinePolicies.map(({ name, document }) => ({ policy: policyId.inline(arn, name), text: document })),
    ...attachedPolicyArns.map(managedSource),
  ];
}

function managedSourcesIn({ managedPolicies }: IamInventory): (arn: string) => PolicySource {
  const managed = new Map(managedPolicies.map(({ arn, document = unreadText }) => [arn, document]));
  return (arn) => ({ policy: arn, text: managed.get(arn) ?? unreadText });
}

/** IAM named a group of a user and did not list it: what it allows, nobody knows. */
function unlistedGroup(userArn: string, group: string): PolicySource {
  return { policy: `${userArn}#group/${group}`, text: unreadText };
}

function distinct(sources: readonly PolicySource[]): PolicySource[] {
  return [...new Map(sources.map((source) => [source.policy, source])).values()];
}

function rememberReadable(): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text) ?? compilePolicy(text, "identity").ok;
    known.set(text, found);
    return found;
  };
}
