import type {
  DescribeOrganizationCommandInput,
  DescribeOrganizationCommandOutput,
  ListAccountsCommandInput,
  ListAccountsCommandOutput,
} from "@aws-sdk/client-organizations";
import { pageOf, pageSize } from "../page";
import { organizationsDialect } from "../dialects";
import { awsJson } from "../protocols/aws-json";
import { WireError } from "../wire-error";
import { type Answer, operation, type WireContext, type WireService } from "../wire-service";
import { describePolicy, listParents, listPoliciesForTarget } from "./organization-policies";
import { notInUse, requireReader } from "./organization-reader";

const load = () => import("@aws-sdk/client-organizations");

export const organizations: WireService = {
  prefix: "organizations",
  signingName: "organizations",
  protocol: awsJson,
  target: "AWSOrganizationsV20161128",
  dialect: organizationsDialect,
  operations: {
    DescribeOrganization: operation(async () => (await load()).DescribeOrganization$, describeOrganization),
    ListAccounts: operation(async () => (await load()).ListAccounts$, listAccounts),
    ListParents: operation(async () => (await load()).ListParents$, listParents),
    ListPoliciesForTarget: operation(
      async () => (await load()).ListPoliciesForTarget$,
      listPoliciesForTarget,
    ),
    DescribePolicy: operation(async () => (await load()).DescribePolicy$, describePolicy),
  },
};

function describeOrganization(
  _input: DescribeOrganizationCommandInput,
  { account }: WireContext,
): Answer<DescribeOrganizationCommandOutput> {
  if (!account.organization) throw notInUse();
  return { Organization: account.organization };
}

function listAccounts(
  { MaxResults, NextToken }: ListAccountsCommandInput,
  context: WireContext,
): Answer<ListAccountsCommandOutput> {
  requireReader(context);
  const invalid = () =>
    new WireError("InvalidInputException", "You provided a value that does not match the required pattern.");
  const { items, nextToken } = pageOf(context.account.organizationAccounts, {
    operation: "organizations:ListAccounts",
    token: NextToken,
    limit: pageSize(MaxResults, { max: 20, default: 20, invalid }),
    invalidToken: invalid,
  });
  return { Accounts: items, NextToken: nextToken };
}
