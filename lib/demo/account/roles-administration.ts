import type { RoleDetail } from "@aws-sdk/client-iam";
import { buildRole } from "./build-identity";
import {
  accountId,
  accountRootArn,
  awsPolicyArn,
  euWest1,
  organizationAccountIds,
  policyArn,
  roleArn,
  streamArn,
  usEast1,
} from "./identifiers";
import { paymentsRoleArns, paymentsTeamRoleName, ssoPath } from "./payments-role-names";
import { usWorkloadsBoundaryArn } from "./policies-platform";
import { minified } from "./policy-document";
import { trustAws, trustGitHub, trustIdentityCenter, trustService } from "./trust";

const administratorAccess = awsPolicyArn("AdministratorAccess");

/** Roles that reach far: accounted for (by their trust) or not. */
export function administrationRoles(): RoleDetail[] {
  return [...identityCenterRoles(), ...deploymentRoles(), ...operationsRoles()];
}

function identityCenterRoles(): RoleDetail[] {
  return [
    buildRole({
      name: "AWSReservedSSO_AdministratorAccess_4b1f8d2c9e3a7065",
      path: ssoPath,
      createdOn: "2024-01-22",
      trust: trustIdentityCenter(),
      attached: [administratorAccess],
      lastUsed: { on: "2026-08-28", region: usEast1 },
    }),
    buildRole({
      name: "AWSReservedSSO_PowerUserAccess_7c2e9f4a1b6d8350",
      path: ssoPath,
      createdOn: "2024-01-22",
      trust: trustIdentityCenter(),
      attached: [awsPolicyArn("PowerUserAccess")],
      boundary: usWorkloadsBoundaryArn,
      lastUsed: { on: "2026-08-31", region: usEast1 },
    }),
    buildRole({
      name: paymentsTeamRoleName,
      path: ssoPath,
      createdOn: "2026-01-12",
      trust: trustIdentityCenter(),
      inline: {
        AwsSSOInlinePolicy: minified({
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Resource: [paymentsRoleArns.admin, paymentsRoleArns.resharding, paymentsRoleArns.keyAdmin],
        }),
      },
      lastUsed: { on: "2026-08-20", region: euWest1 },
    }),
    buildRole({
      name: "AWSServiceRoleForSSO",
      path: "/aws-service-role/sso.amazonaws.com/",
      createdOn: "2024-01-22",
      trust: trustService("sso.amazonaws.com"),
    }),
  ];
}

function deploymentRoles(): RoleDetail[] {
  return [
    buildRole({
      name: "ci-deploy",
      createdOn: "2023-01-09",
      trust: trustGitHub("StringEquals", "repo:acme-retail/platform:ref:refs/heads/main"),
      attached: [administratorAccess],
      tags: { team: "platform" },
      lastUsed: { on: "2026-08-31", region: usEast1 },
    }),
    buildRole({
      name: "cdk-hnb659fds-cfn-exec-role-111122223333-us-east-1",
      createdOn: "2023-01-09",
      trust: trustService("cloudformation.amazonaws.com"),
      attached: [administratorAccess],
      lastUsed: { on: "2026-08-31", region: usEast1 },
    }),
    buildRole({
      name: "OrganizationAccountAccessRole",
      createdOn: "2020-01-14",
      trust: trustAws(accountRootArn(organizationAccountIds.management)),
      attached: [administratorAccess],
    }),
  ];
}

function operationsRoles(): RoleDetail[] {
  return [
    buildRole({
      name: "ops-legacy",
      createdOn: "2020-03-09",
      trust: trustService("ec2.amazonaws.com"),
      attached: [policyArn("legacy-operations")],
      hasInstanceProfile: true,
      lastUsed: { on: "2026-08-11", region: usEast1 },
    }),
    buildRole({
      name: "data-platform-admin",
      createdOn: "2021-02-11",
      // The whole account: who gets in is decided by the callers' own policies.
      trust: trustAws(accountRootArn(accountId)),
      attached: [awsPolicyArn("AmazonKinesisFullAccess")],
      boundary: usWorkloadsBoundaryArn,
      tags: { team: "data" },
      lastUsed: { on: "2026-08-27", region: usEast1 },
    }),
    buildRole({
      name: "weir-auditor",
      createdOn: "2026-05-04",
      trust: trustAws(roleArn("weir-scanner", "/", organizationAccountIds.security), {
        StringEquals: { "sts:ExternalId": "weir-111122223333" },
      }),
      attached: [awsPolicyArn("SecurityAudit"), policyArn("weir-read-only")],
      // Why the scan cannot read all of one stream.
      inline: {
        "audit-trail-sealed": minified({
          Sid: "SecurityTeamOnly",
          Effect: "Deny",
          Action: ["kinesis:GetResourcePolicy", "kinesis:ListStreamConsumers"],
          Resource: streamArn(usEast1, "audit-trail"),
        }),
      },
      lastUsed: { on: "2026-08-31", region: usEast1 },
    }),
  ];
}
