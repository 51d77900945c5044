import {
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  type AttachedPolicy,
  GetGroupPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  type GroupDetail,
  type IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  type PolicyDetail,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  type RoleDetail,
  type UserDetail,
} from "@aws-sdk/client-iam";
import type { SeedContext } from "./seed-context";

/** How IAM gives policies to one identity; users, groups and roles have each their own operations. */
interface GrantTarget {
  readonly name: string;
  readonly inline: readonly PolicyDetail[];
  readonly attached: readonly AttachedPolicy[];
  readonly hasInline: (PolicyName: string) => Promise<unknown>;
  readonly put: (PolicyName: string, PolicyDocument: string) => Promise<unknown>;
  readonly listAttached: () => Promise<{ readonly AttachedPolicies?: AttachedPolicy[] | undefined }>;
  readonly attach: (PolicyArn: string) => Promise<unknown>;
}

export async function seedGrants(
  { log, translation }: SeedContext,
  { name, inline, attached, ...target }: GrantTarget,
): Promise<void> {
  for (const { PolicyName = "", PolicyDocument = "" } of inline) {
    await log.make("inline policies", `${PolicyName} of ${name}`, {
      find: () => target.hasInline(PolicyName),
      make: () => target.put(PolicyName, translation.of(PolicyDocument)),
    });
  }
  for (const { PolicyArn = "" } of attached) {
    const arn = translation.of(PolicyArn);
    await log.make("attached policies", `${arn} to ${name}`, {
      find: async (): Promise<unknown> => {
        const { AttachedPolicies = [] } = await target.listAttached();
        return AttachedPolicies.find((policy) => policy.PolicyArn === arn);
      },
      make: () => target.attach(arn),
    });
  }
}

export function grantsOfUser(iam: IAMClient, user: UserDetail): GrantTarget {
  const { UserName = "", UserPolicyList = [], AttachedManagedPolicies = [] } = user;
  return {
    name: UserName,
    inline: UserPolicyList,
    attached: AttachedManagedPolicies,
    hasInline: (PolicyName) => iam.send(new GetUserPolicyCommand({ UserName, PolicyName })),
    put: (PolicyName, PolicyDocument) =>
      iam.send(new PutUserPolicyCommand({ UserName, PolicyName, PolicyDocument })),
    listAttached: () => iam.send(new ListAttachedUserPoliciesCommand({ UserName })),
    attach: (PolicyArn) => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn })),
  };
}

export function grantsOfGroup(iam: IAMClient, group: GroupDetail): GrantTarget {
  const { GroupName = "", GroupPolicyList = [], AttachedManagedPolicies = [] } = group;
  return {
    name: GroupName,
    inline: GroupPolicyList,
    attached: AttachedManagedPolicies,
    hasInline: (PolicyName) => iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName })),
    put: (PolicyName, PolicyDocument) =>
      iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument })),
    listAttached: () => iam.send(new ListAttachedGroupPoliciesCommand({ GroupName })),
    attach: (PolicyArn) => iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn })),
  };
}

export function grantsOfRole(iam: IAMClient, role: RoleDetail): GrantTarget {
  const { RoleName = "", RolePolicyList = [], AttachedManagedPolicies = [] } = role;
  return {
    name: RoleName,
    inline: RolePolicyList,
    attached: AttachedManagedPolicies,
    hasInline: (PolicyName) => iam.send(new GetRolePolicyCommand({ RoleName, PolicyName })),
    put: (PolicyName, PolicyDocument) =>
      iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument })),
    listAttached: () => iam.send(new ListAttachedRolePoliciesCommand({ RoleName })),
    attach: (PolicyArn) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn })),
  };
}
