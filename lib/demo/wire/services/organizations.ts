import type {
  DescribeOrganizationCommandInput,
  DescribeOrganizationCommandOutput,
  ListAccountsCommandInput,
  ListAccountsCommandOutput,
} from "@aws-sdk/client-organizations";
import { commonError } from "../common-errors";
import { pageOf, pageSize } from "../page";
import { organizationsDialect } from "../dialects";
import { awsJson } from "../protocols/aws-json";
import { WireError } from "../wire-error";
import { type Answer, operation, type WireContext, type WireService } from "../wire-service";

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
  },
};

function describeOrganization(
  _input: DescribeOrganizationCommandInput,
  { account }: WireContext,
): Answer<DescribeOrganizationCommandOutput> {
  if (!account.organization) throw notInUse();
  return { Organization: account.organization };
}

/** For the management account and delegated administrators; an account that sees no accounts is neither. */
function listAccounts(
  { MaxResults, NextToken }: ListAccountsCommandInput,
  { account }: WireContext,
): Answer<ListAccountsCommandOutput> {
  if (!account.organization) throw notInUse();
  if (account.organizationAccounts.length === 0) {
    throw commonError(
      "access-denied",
      organizationsDialect,
      "You don't have permissions to access this resource.",
    );
  }
  const invalid = () =>
    new WireError("InvalidInputException", "You provided a value that does not match the required pattern.");
  const { items, nextToken } = pageOf(account.organizationAccounts, {
    operation: "organizations:ListAccounts",
    token: NextToken,
    limit: pageSize(MaxResults, { max: 20, default: 20, invalid }),
    invalidToken: invalid,
  });
  return { Accounts: items, NextToken: nextToken };
}

function notInUse(): WireError {
  return new WireError(
    "AWSOrganizationsNotInUseException",
    "Your account is not a member of an organization.",
  );
}
