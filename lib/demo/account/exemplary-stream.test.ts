import type { AttachedPolicy, PolicyDetail } from "@aws-sdk/client-iam";
import { expect, it } from "vitest";
import { z } from "zod";
import { buildDemoAccount } from "./build-demo-account";
import { euWest1, streamArn } from "./identifiers";
import { inventoryBoundaryArn, usWorkloadsBoundaryArn } from "./policies-platform";
import { brokenPolicyName, repeatedElementPolicyName } from "./policies-unreadable";

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const statementSchema = z.object({
  Effect: z.enum(["Allow", "Deny"]),
  Action: texts.default([]),
  NotAction: texts.optional(),
  Resource: texts.default([]),
});
type Statement = z.infer<typeof statementSchema>;
const documentSchema = z.object({ Statement: z.array(statementSchema) });

const dutyActions = [
  "kinesis:PutRecord",
  "kinesis:PutRecords",
  "kinesis:GetRecords",
  "kinesis:GetShardIterator",
  "kinesis:SplitShard",
  "kinesis:UpdateShardCount",
  "kinesis:DeleteStream",
  "kinesis:AddTagsToStream",
  "kinesis:PutResourcePolicy",
];
const exemplary = streamArn(euWest1, "payments-ledger");
const { users, groups, roles, policies } = buildDemoAccount().iam;

// Any wildcard of the account would otherwise spoil the one stream that is there to show how it is done.
it("lets only administrators of the account and the roles of its own team reach the exemplary stream", () => {
  const freeUsers = users.filter((user) => !isBounded(user));
  const freeGroups = new Set(freeUsers.flatMap(({ GroupList = [] }) => GroupList));
  const reaching = [
    ...freeUsers.filter((user) => reaches(user.UserPolicyList, user.AttachedManagedPolicies)),
    ...groups
      .filter(({ GroupName = "" }) => freeGroups.has(GroupName))
      .filter((group) => reaches(group.GroupPolicyList, group.AttachedManagedPolicies)),
    ...roles
      .filter((role) => !isBounded(role))
      .filter((role) => reaches(role.RolePolicyList, role.AttachedManagedPolicies)),
  ];
  expect(reaching.map(({ Arn }) => Arn?.split("/").at(-1))).toEqual([
    "AWSReservedSSO_AdministratorAccess_4b1f8d2c9e3a7065",
    "ci-deploy",
    "cdk-hnb659fds-cfn-exec-role-111122223333-us-east-1",
    "OrganizationAccountAccessRole",
    "ops-legacy",
    "payments-ledger-admin",
    "payments-ledger-resharding",
    "payments-ledger-producer",
    "payments-ledger-consumer",
  ]);
});

it("keeps the documents that cannot be read on roles that a boundary keeps away from the exemplary stream", () => {
  const unreadable = new Set([brokenPolicyName, repeatedElementPolicyName]);
  const holders = roles.filter(({ AttachedManagedPolicies = [] }) =>
    AttachedManagedPolicies.some(({ PolicyName = "" }) => unreadable.has(PolicyName)),
  );
  expect(holders.map(isBounded)).toEqual([true, true]);
});

function isBounded({
  PermissionsBoundary: boundary,
}: Pick<(typeof roles)[number], "PermissionsBoundary">): boolean {
  return [usWorkloadsBoundaryArn, inventoryBoundaryArn].includes(boundary?.PermissionsBoundaryArn ?? "");
}

/** An upper bound: conditions and Denies are left out. */
function reaches(inline: readonly PolicyDetail[] = [], attached: readonly AttachedPolicy[] = []): boolean {
  const managed = attached.map(({ PolicyArn }) => {
    const versions = policies.find(({ Arn }) => Arn === PolicyArn)?.PolicyVersionList ?? [];
    return versions.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document;
  });
  return [...inline.map(({ PolicyDocument }) => PolicyDocument), ...managed]
    .flatMap((text) => documentSchema.parse(JSON.parse(text ?? "")).Statement)
    .some(isGrant);
}

function isGrant({ Effect, Action, NotAction, Resource }: Statement): boolean {
  if (Effect === "Deny" || !Resource.some((pattern) => matches(pattern, exemplary))) return false;
  return dutyActions.some((action) =>
    NotAction
      ? !NotAction.some((pattern) => matches(pattern, action))
      : Action.some((pattern) => matches(pattern, action)),
  );
}

function matches(pattern: string, text: string): boolean {
  const source = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*");
  return new RegExp(`^${source}$`).test(text);
}
