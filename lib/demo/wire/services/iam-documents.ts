import type {
  GroupDetail,
  InstanceProfile,
  ManagedPolicyDetail,
  PolicyDetail,
  Role,
  RoleDetail,
  UserDetail,
} from "@aws-sdk/client-iam";

/**
 * IAM answers policy documents URL-encoded; facts hold them as plain text.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function encodeDocument(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function encodeUser(user: UserDetail): UserDetail {
  return user.UserPolicyList ? { ...user, UserPolicyList: user.UserPolicyList.map(encodeInline) } : user;
}

export function encodeGroup(group: GroupDetail): GroupDetail {
  return group.GroupPolicyList
    ? { ...group, GroupPolicyList: group.GroupPolicyList.map(encodeInline) }
    : group;
}

export function encodeRole(role: RoleDetail): RoleDetail {
  const { RolePolicyList, InstanceProfileList } = role;
  return {
    ...encodeTrust(role),
    ...(RolePolicyList && { RolePolicyList: RolePolicyList.map(encodeInline) }),
    ...(InstanceProfileList && { InstanceProfileList: InstanceProfileList.map(encodeProfile) }),
  };
}

export function encodePolicy(policy: ManagedPolicyDetail): ManagedPolicyDetail {
  if (!policy.PolicyVersionList) return policy;
  const versions = policy.PolicyVersionList.map((version) =>
    version.Document === undefined ? version : { ...version, Document: encodeDocument(version.Document) },
  );
  return { ...policy, PolicyVersionList: versions };
}

function encodeProfile(profile: InstanceProfile): InstanceProfile {
  return { ...profile, Roles: profile.Roles?.map((role) => encodeTrust(role)) };
}

function encodeTrust<Trusting extends Pick<Role, "AssumeRolePolicyDocument">>(role: Trusting): Trusting {
  const { AssumeRolePolicyDocument: document } = role;
  return document === undefined ? role : { ...role, AssumeRolePolicyDocument: encodeDocument(document) };
}

function encodeInline(policy: PolicyDetail): PolicyDetail {
  const { PolicyDocument: document } = policy;
  return document === undefined ? policy : { ...policy, PolicyDocument: encodeDocument(document) };
}
