import type { ManagedPolicyDetail, RoleDetail, UserDetail } from "@aws-sdk/client-iam";
import type { IamFacts } from "../account-facts";
import { demoAccessKeys } from "./access-keys";
import { roleArn } from "./identifiers";
import { awsManagedPolicies } from "./policies-aws-managed";
import { paymentsPolicies } from "./policies-payments";
import { platformPolicies } from "./policies-platform";
import { unreadablePolicies } from "./policies-unreadable";
import { workloadPolicies } from "./policies-workloads";
import { auditorPolicy } from "./policy-weir-auditor";
import { administrationRoles } from "./roles-administration";
import { crossAccountRoles } from "./roles-cross-account";
import { ordersRoles } from "./roles-orders";
import { paymentsRoles } from "./roles-payments";
import { telemetryRoles } from "./roles-telemetry";
import { workloadRoles } from "./roles-workloads";
import { demoGroups, demoUsers } from "./users";

export function demoIam(): IamFacts {
  const users = demoUsers();
  const groups = demoGroups();
  const roles = [
    ...administrationRoles(),
    ...paymentsRoles(),
    ...ordersRoles(),
    ...telemetryRoles(),
    ...workloadRoles(),
    ...crossAccountRoles(),
  ];
  const identities = [...users, ...groups, ...roles];
  const attached = identities.flatMap(({ AttachedManagedPolicies = [] }) =>
    AttachedManagedPolicies.map(({ PolicyArn }) => PolicyArn),
  );
  const boundaries = [...users, ...roles].map(
    ({ PermissionsBoundary }) => PermissionsBoundary?.PermissionsBoundaryArn,
  );
  const policies = allPolicies();
  for (const policy of policies) {
    policy.AttachmentCount = attached.filter((arn) => arn === policy.Arn).length;
    policy.PermissionsBoundaryUsageCount = boundaries.filter((arn) => arn === policy.Arn).length;
  }
  return {
    users,
    groups,
    roles,
    policies,
    accessKeys: demoAccessKeys(),
    summary: demoSummary(),
    lastKinesisCallDaysAgo: lastCalls(users, roles),
  };
}

/** Whoever was last seen in August calls Kinesis these days; the others do not, or not any more. */
function lastCalls(
  users: readonly UserDetail[],
  roles: readonly RoleDetail[],
): IamFacts["lastKinesisCallDaysAgo"] {
  const atWork = roles.filter(({ RoleLastUsed }) => RoleLastUsed?.LastUsedDate !== undefined);
  const ages: Record<string, number> = {};
  for (const { Arn = "" } of [...atWork, ...users]) ages[Arn] = 1;
  return { ...ages, [roleArn("ops-legacy")]: 212 };
}

/** The root user has no access key, and signs in with MFA. */
function demoSummary(): IamFacts["summary"] {
  return { AccountAccessKeysPresent: 0, AccountMFAEnabled: 1, AccountPasswordPresent: 1 };
}

function allPolicies(): ManagedPolicyDetail[] {
  return [
    ...awsManagedPolicies(),
    ...paymentsPolicies(),
    ...platformPolicies(),
    ...workloadPolicies(),
    ...unreadablePolicies(),
    auditorPolicy(),
  ];
}
