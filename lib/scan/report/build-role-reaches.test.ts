import { expect, it } from "vitest";
import { lazyDerived } from "@/lib/checks/check-memory";
import { reportRoleReachSchema } from "@/lib/model/role-reach";
import {
  administratorAccessArn,
  buildAdministratorAccess,
  buildInventory,
  buildManagedPolicy,
  buildRole,
  buildUser,
  documentOf,
} from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildAccount, buildSnapshot } from "@/lib/model/test-snapshot";
import { buildRoleReaches } from "@/lib/scan/report/build-role-reaches";

const assumeAnything = [
  { name: "assume", document: documentOf({ Action: "sts:AssumeRole", Resource: "*" }) },
];
const trustPolicy = documentOf(
  { Principal: { AWS: accountId }, Action: "sts:AssumeRole" },
  {
    Principal: { Service: "ecs-tasks.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  },
);
const policy = buildManagedPolicy();
const holder = buildRole({ attachedPolicyArns: [policy.arn], trustPolicy });

function roleReachOf(iam: Parameters<typeof buildInventory>[0]) {
  const account = buildAccount({ iam: read(buildInventory(iam)) });
  const reaches = buildRoleReaches(buildSnapshot({ accounts: [account] }), lazyDerived());
  return reaches.map((each) => reportRoleReachSchema.parse(each));
}

it("says of each role that holds a duty who can become it, and by which roles", () => {
  const hop = buildRole({
    name: "hop",
    inlinePolicies: assumeAnything,
    trustPolicy: documentOf({ Principal: { AWS: buildUser().arn }, Action: "sts:AssumeRole" }),
  });
  expect(roleReachOf({ users: [buildUser()], roles: [holder, hop], managedPolicies: [policy] })).toEqual([
    {
      role: holder.arn,
      accountId,
      assumers: [
        { principal: hop.arn, path: [holder.arn], sure: true },
        { principal: buildUser().arn, path: [hop.arn, holder.arn], sure: true },
      ],
      assumerCount: 2,
      waysIn: [
        {
          kind: "service",
          who: "ecs-tasks.amazonaws.com",
          conditions: [`StringEquals aws:SourceAccount: ${accountId}`],
        },
      ],
    },
  ]);
});

it("leaves account administrators out, who can become every role that trusts the account", () => {
  const administrator = buildUser({ attachedPolicyArns: [administratorAccessArn] });
  const managedPolicies = [policy, buildAdministratorAccess()];
  const [reach] = roleReachOf({ users: [administrator], roles: [holder], managedPolicies });
  expect(reach).toMatchObject({ assumers: [], assumerCount: 0 });
});

it("lists a hundred, and counts the others", () => {
  const users = Array.from({ length: 120 }, (_, number) =>
    buildUser({ name: `user-${number}`, inlinePolicies: assumeAnything }),
  );
  const [reach] = roleReachOf({ users, roles: [holder], managedPolicies: [policy] });
  expect(reach?.assumers).toHaveLength(100);
  expect(reach?.assumerCount).toBe(120);
});

it("says why nobody knows who can become a role", () => {
  const unread = buildRole({ attachedPolicyArns: [policy.arn], trustPolicy: "{" });
  const [reach] = roleReachOf({ roles: [unread], managedPolicies: [policy] });
  expect(reach).toMatchObject({
    assumers: [],
    waysIn: [],
    problem: expect.stringContaining("cannot be read"),
  });
});
