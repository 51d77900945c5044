import type { AccessKey, UserAccessKeys } from "@/lib/model/access-keys";
import type { IamGroup, IamInventory, IamRole, IamUser, ManagedPolicy } from "@/lib/model/iam-inventory";
import { accountId, read, region } from "@/lib/model/test-place";
import { streamArn } from "@/lib/model/test-stream";

export const administratorAccessArn = "arn:aws:iam::aws:policy/AdministratorAccess";

/** A policy document; a statement that does not say its effect allows. */
export function documentOf(...statements: readonly object[]): string {
  const completed = statements.map((statement) => Object.assign({ Effect: "Allow" }, statement));
  return JSON.stringify({ Version: "2012-10-17", Statement: completed });
}

/** Lets a service assume a role, if nothing else is said. */
export function trustOf(principal: object = { Service: "lambda.amazonaws.com" }): string {
  return documentOf({ Principal: principal, Action: "sts:AssumeRole" });
}

export function buildRole(change: Partial<IamRole> = {}): IamRole {
  const { name = "producer", path = "/" } = change;
  return {
    arn: `arn:aws:iam::${accountId}:role${path}${name}`,
    name,
    path,
    id: "AROAEXAMPLEPRODUCER01",
    inlinePolicies: [],
    attachedPolicyArns: [],
    trustPolicy: trustOf(),
    instanceProfileArns: [],
    tags: {},
    ...change,
  };
}

export function buildUser(change: Partial<IamUser> = {}): IamUser {
  return { ...buildPrincipal("user", change.name ?? "anna"), groupNames: [], tags: {}, ...change };
}

/** A young key that is in use, beside the scan's time in `test-place`. */
export function buildAccessKey(change: Partial<AccessKey> = {}): AccessKey {
  const lastUsed = { at: "2026-10-31T09:00:00.000Z", service: "kinesis", region };
  return {
    id: "AKIAEXAMPLE000000001",
    active: true,
    createdAt: "2026-09-15T09:00:00.000Z",
    lastUsed: read(lastUsed, "iam:GetAccessKeyLastUsed"),
    ...change,
  };
}

export function buildUserAccessKeys(change: Partial<UserAccessKeys> = {}): UserAccessKeys {
  return { userArn: buildUser().arn, keys: read([buildAccessKey()], "iam:ListAccessKeys"), ...change };
}

export function buildGroup(change: Partial<IamGroup> = {}): IamGroup {
  return { ...buildPrincipal("group", change.name ?? "developers"), ...change };
}

function buildPrincipal(kind: "user" | "group", name: string): IamGroup {
  const arn = `arn:aws:iam::${accountId}:${kind}/${name}`;
  return { arn, name, path: "/", id: "AIDAEXAMPLE0000000001", inlinePolicies: [], attachedPolicyArns: [] };
}

export function buildManagedPolicy(change: Partial<ManagedPolicy> = {}): ManagedPolicy {
  const { name = "orders-producer" } = change;
  const document = documentOf(
    { Action: ["kinesis:PutRecord", "kinesis:PutRecords"], Resource: streamArn },
    {
      Effect: "Deny",
      Action: "kinesis:*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  );
  return { arn: `arn:aws:iam::${accountId}:policy/${name}`, name, awsManaged: false, document, ...change };
}

export function buildAdministratorAccess(): ManagedPolicy {
  return {
    arn: administratorAccessArn,
    name: "AdministratorAccess",
    awsManaged: true,
    document: documentOf({ Action: "*", Resource: "*" }),
  };
}

/** One role with one narrow policy. */
export function buildInventory(change: Partial<IamInventory> = {}): IamInventory {
  const policy = buildManagedPolicy();
  const roles = [buildRole({ attachedPolicyArns: [policy.arn] })];
  return { users: [], groups: [], roles, managedPolicies: [policy], ...change };
}
