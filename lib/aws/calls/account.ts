import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

const organizationsQuotas =
  "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html";

/** Identities, and the organization. IAM publishes no rates. */
export const accountCalls = {
  getAccountAuthorizationDetails: {
    action: "iam:GetAccountAuthorizationDetails",
    perSecond: 5,
    global: true,
    keeps: ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"],
  },
  getAccountSummary: {
    action: "iam:GetAccountSummary",
    perSecond: 5,
    global: true,
    keeps: ["SummaryMap.AccountAccessKeysPresent"],
  },
  listAccessKeys: {
    action: "iam:ListAccessKeys",
    perSecond: 10,
    global: true,
    keeps: ["AccessKeyId", "Status", "CreateDate"],
  },
  getAccessKeyLastUsed: {
    action: "iam:GetAccessKeyLastUsed",
    perSecond: 10,
    global: true,
    keeps: ["LastUsedDate", "ServiceName", "Region"],
  },
  generateServiceLastAccessedDetails: {
    action: "iam:GenerateServiceLastAccessedDetails",
    perSecond: 5,
    global: true,
    onDemand: "last-accessed",
    keeps: ["JobId"],
  },
  getServiceLastAccessedDetails: {
    action: "iam:GetServiceLastAccessedDetails",
    perSecond: 5,
    global: true,
    onDemand: "last-accessed",
    keeps: ["JobStatus", "LastAuthenticated, of Kinesis alone"],
  },
  listParents: {
    action: "organizations:ListParents",
    perSecond: 2,
    global: true,
    keeps: ["Id", "Type"],
  },
  listPoliciesForTarget: {
    action: "organizations:ListPoliciesForTarget",
    perSecond: 5,
    rateSource: organizationsQuotas,
    global: true,
    keeps: ["Id", "Name", "AwsManaged"],
  },
  describePolicy: {
    action: "organizations:DescribePolicy",
    perSecond: 2,
    rateSource: organizationsQuotas,
    global: true,
    keeps: ["Content"],
  },
  describeOrganization: {
    action: "organizations:DescribeOrganization",
    perSecond: 2,
    global: true,
    keeps: ["Id", "Arn", "MasterAccountId"],
  },
  listAccounts: {
    action: "organizations:ListAccounts",
    perSecond: 8,
    rateSource: organizationsQuotas,
    global: true,
    keeps: ["Id", "State", "Status"],
  },
} as const satisfies Record<string, AwsCall>;
