import type {
  AttachedPolicy,
  GroupDetail,
  PolicyDetail,
  RoleDetail,
  Tag,
  UserDetail,
} from "@aws-sdk/client-iam";
import { accountId, at, roleArn } from "./identifiers";
import { uniqueId } from "./unique-id";

interface IdentityFacts {
  readonly name: string;
  readonly path?: string;
  readonly createdOn: string;
  /** Inline policies: name to document. */
  readonly inline?: Readonly<Record<string, string>>;
  /** ARNs of managed policies. */
  readonly attached?: readonly string[];
}

interface UserFacts extends IdentityFacts {
  readonly groups?: readonly string[];
  readonly boundary?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

interface RoleFacts extends IdentityFacts {
  readonly trust: string;
  readonly boundary?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly lastUsed?: { readonly on: string; readonly region: string };
  readonly hasInstanceProfile?: boolean;
}

export function buildUser(facts: UserFacts): UserDetail {
  const { name, path = "/", createdOn, groups = [], inline, attached } = facts;
  return {
    Path: path,
    UserName: name,
    UserId: uniqueId("AIDA", name),
    Arn: `arn:aws:iam::${accountId}:user${path}${name}`,
    CreateDate: at(createdOn),
    UserPolicyList: inlinePolicies(inline),
    GroupList: [...groups],
    AttachedManagedPolicies: attachedPolicies(attached),
    ...boundaryOf(facts.boundary),
    Tags: identityTags(facts.tags),
  };
}

export function buildGroup({ name, path = "/", createdOn, inline, attached }: IdentityFacts): GroupDetail {
  return {
    Path: path,
    GroupName: name,
    GroupId: uniqueId("AGPA", name),
    Arn: `arn:aws:iam::${accountId}:group${path}${name}`,
    CreateDate: at(createdOn),
    GroupPolicyList: inlinePolicies(inline),
    AttachedManagedPolicies: attachedPolicies(attached),
  };
}

export function buildRole(facts: RoleFacts): RoleDetail {
  const { name, path = "/", createdOn, trust, inline, attached, lastUsed } = facts;
  return {
    Path: path,
    RoleName: name,
    RoleId: uniqueId("AROA", name),
    Arn: roleArn(name, path),
    CreateDate: at(createdOn),
    AssumeRolePolicyDocument: trust,
    InstanceProfileList: facts.hasInstanceProfile ? [instanceProfile(facts)] : [],
    RolePolicyList: inlinePolicies(inline),
    AttachedManagedPolicies: attachedPolicies(attached),
    ...boundaryOf(facts.boundary),
    Tags: identityTags(facts.tags),
    RoleLastUsed: lastUsed ? { LastUsedDate: at(lastUsed.on), Region: lastUsed.region } : {},
  };
}

function instanceProfile({ name, path = "/", createdOn, trust }: RoleFacts) {
  const role = {
    Path: path,
    RoleName: name,
    RoleId: uniqueId("AROA", name),
    Arn: roleArn(name, path),
    CreateDate: at(createdOn),
    AssumeRolePolicyDocument: trust,
  };
  return {
    Path: path,
    InstanceProfileName: name,
    InstanceProfileId: uniqueId("AIPA", name),
    Arn: `arn:aws:iam::${accountId}:instance-profile${path}${name}`,
    CreateDate: at(createdOn),
    Roles: [role],
  };
}

function inlinePolicies(documents: Readonly<Record<string, string>> = {}): PolicyDetail[] {
  return Object.entries(documents).map(([PolicyName, PolicyDocument]) => ({ PolicyName, PolicyDocument }));
}

function attachedPolicies(arns: readonly string[] = []): AttachedPolicy[] {
  return arns.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf("/") + 1), PolicyArn: arn }));
}

function boundaryOf(boundaryArn: string | undefined): Pick<RoleDetail, "PermissionsBoundary"> {
  if (boundaryArn === undefined) return {};
  return {
    PermissionsBoundary: {
      PermissionsBoundaryType: "PermissionsBoundaryPolicy",
      PermissionsBoundaryArn: boundaryArn,
    },
  };
}

function identityTags(tags: Readonly<Record<string, string>> = {}): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
