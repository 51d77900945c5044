import type { Account, Organization } from "@aws-sdk/client-organizations";
import { accountId, at, organizationAccountIds, organizationId } from "./identifiers";

const { management } = organizationAccountIds;

export function demoOrganization(): Organization {
  return {
    Id: organizationId,
    Arn: `arn:aws:organizations::${management}:organization/${organizationId}`,
    FeatureSet: "ALL",
    MasterAccountId: management,
    MasterAccountArn: accountArn(management),
    MasterAccountEmail: "aws-root@acme.example",
    AvailablePolicyTypes: [
      { Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" },
      { Type: "RESOURCE_CONTROL_POLICY", Status: "ENABLED" },
    ],
  };
}

export function demoOrganizationAccounts(): Account[] {
  return [
    member(management, "acme-root", "2019-04-02"),
    member(accountId, "acme-data-platform", "2020-01-14"),
    member(organizationAccountIds.analytics, "acme-analytics", "2020-06-30"),
    member(organizationAccountIds.network, "acme-network", "2021-02-08"),
    member(organizationAccountIds.security, "acme-security", "2020-01-14"),
    {
      ...member(organizationAccountIds.development, "acme-data-sandbox", "2021-11-22"),
      Status: "SUSPENDED",
      State: "SUSPENDED",
    },
  ];
}

function member(memberId: string, name: string, joinedOn: string): Account {
  return {
    Id: memberId,
    Arn: accountArn(memberId),
    Name: name,
    Email: `aws+${name}@acme.example`,
    Status: "ACTIVE",
    State: "ACTIVE",
    JoinedMethod: memberId === management ? "INVITED" : "CREATED",
    JoinedTimestamp: at(joinedOn),
  };
}

function accountArn(memberId: string): string {
  return `arn:aws:organizations::${management}:account/${organizationId}/${memberId}`;
}
