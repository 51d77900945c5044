import type { AccessIndex } from "@/lib/iam/access-index/access-index";
import type { AccessResource } from "@/lib/iam/access-index/access-input";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { AccessWorld } from "@/lib/kinesis/access/access-world";
import { toPrincipal } from "@/lib/kinesis/access/duty-index";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { toSources } from "@/lib/kinesis/access/to-sources";
import { placesByArn } from "@/lib/kinesis/reach/places-by-arn";
import { reachActions } from "@/lib/kinesis/reach/reach-actions";
import type { IamRole } from "@/lib/model/iam-inventory";
import { policyId } from "@/lib/model/policy-id";

/** Who may do what to the account's identities, account-wide. */
export interface ReachIndex {
  readonly index: AccessIndex;
  /** The account's own users and roles. */
  readonly own: readonly PolicedParty[];
  readonly roles: ReadonlyMap<string, IamRole>;
  /** -1: not among the resources. */
  readonly placeOf: (arn: string) => number;
}

/** @param context values of condition keys that every request has; an empty list is a key that is absent */
export function buildReachIndex(
  { parts, policed }: AccessWorld,
  context: Readonly<Record<string, readonly string[]>> = {},
): ReachIndex {
  const own = policed.filter(({ party }) => !party.isForeign);
  const index = buildAccessIndex({
    actions: reachActions,
    resources: identityResources(parts),
    principals: own.map((each) => toPrincipal(each, parts)),
    context,
  });
  const roles = parts.iam.known ? parts.iam.value.roles : [];
  return {
    index,
    own,
    roles: new Map(roles.map((role) => [role.arn, role])),
    placeOf: placesByArn(index),
  };
}

function identityResources({ iam, accountId, organization, organizationPolicies }: AccessWorld["parts"]) {
  if (!iam.known) return [];
  const { users, groups, roles, managedPolicies } = iam.value;
  const home = organization.known ? { organizationId: organization.value?.id ?? null } : {};
  const rcps = organizationPolicies.known ? toSources(organizationPolicies.value.rcps) : [];
  const policies = managedPolicies.filter(({ awsManaged }) => !awsManaged);
  const identity = (kind: string, { arn }: { readonly arn: string }): AccessResource =>
    Object.assign({ arn, kind, accountId }, home);
  return [
    ...roles.map((role) => Object.assign(identity("role", role), { tags: role.tags, rcps }, trustOf(role))),
    ...users.map((user) => Object.assign(identity("user", user), { tags: user.tags })),
    ...groups.map((group) => identity("group", group)),
    ...policies.map((policy) => identity("policy", policy)),
  ];
}

/** A trust policy that could not be read is left out: whom it lets in is a gap of the role, and not everybody. */
function trustOf({ arn, trustPolicy }: IamRole): Pick<AccessResource, "resourcePolicy"> {
  if (!compilePolicy(trustPolicy, "resource").ok) return {};
  return { resourcePolicy: { policy: policyId.trust(arn), text: trustPolicy } };
}
