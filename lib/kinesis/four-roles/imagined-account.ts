import type { FourRoles, PolicyDocument, RoleName } from "@/lib/kinesis/four-roles/four-roles";
import type { IamRole } from "@/lib/model/iam-inventory";
import type { KmsKey } from "@/lib/model/kms-key";
import type { AccountSnapshot } from "@/lib/model/snapshot";

/** The name that a role has in an account that is imagined. */
export function roleArnIn({ partition, accountId }: AccountSnapshot, role: RoleName): string {
  return `arn:${partition}:iam::${accountId}:role/${role}`;
}

interface Held {
  readonly role: RoleName;
  readonly document: PolicyDocument;
}

/** The account with these roles and no other identity. Its streams, keys and organization are as they were read. */
export function onlyWithRoles(account: AccountSnapshot, held: readonly Held[]): AccountSnapshot {
  const { iam } = account;
  const read = iam.known
    ? iam.read
    : { action: "iam:GetAccountAuthorizationDetails", at: "1970-01-01T00:00:00.000Z" };
  const roles = held.map((each) => toRole(account, each));
  return {
    ...account,
    iam: { known: true, value: { users: [], groups: [], roles, managedPolicies: [] }, read },
  };
}

/** The account as if it were in no organization with policies. */
export function withoutOrganization(account: AccountSnapshot): AccountSnapshot {
  const message = "The organization's policies are left aside.";
  const gap = { action: "organizations:ListPoliciesForTarget", reason: "not-collected", message } as const;
  return { ...account, organizationPolicies: { known: false, gap } };
}

function toRole(account: AccountSnapshot, { role, document }: Held): IamRole {
  const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
  };
  return {
    arn: roleArnIn(account, role),
    name: role,
    path: "/",
    id: `AROA${role.toUpperCase()}`,
    inlinePolicies: [{ name: role, document: JSON.stringify(document) }],
    attachedPolicyArns: [],
    trustPolicy: JSON.stringify(trust),
    instanceProfileArns: [],
    tags: {},
  };
}

/** The account with statements added to the policies of its keys; a policy that was not read stays so. */
export function addKeyStatements(
  account: AccountSnapshot,
  statements: FourRoles["keyStatements"],
): AccountSnapshot {
  return {
    ...account,
    regions: account.regions.map((region) =>
      region.keys.known
        ? {
            ...region,
            keys: { ...region.keys, value: region.keys.value.map((key) => added(key, statements)) },
          }
        : region,
    ),
  };
}

function added(key: KmsKey, statements: FourRoles["keyStatements"]): KmsKey {
  const own = statements.get(key.arn);
  if (!own || !key.policy.known) return key;
  const text = withStatements(key.policy.value, own);
  return text === undefined ? key : { ...key, policy: { ...key.policy, value: text } };
}

/** A policy's text with statements added; undefined for one that is no policy. */
function withStatements(text: string, own: readonly unknown[]): string | undefined {
  const document = asObject(text);
  if (!document) return undefined;
  const statements: unknown[] = [document["Statement"]].flat();
  return JSON.stringify({ ...document, Statement: [...statements, ...own] });
}

function asObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
