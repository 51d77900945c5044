import "server-only";
import { DescribeOrganizationCommand, ListAccountsCommand } from "@aws-sdk/client-organizations";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { collectOrganizationPolicies } from "@/lib/collectors/organization-policies";
import { compareText, readPages } from "@/lib/collectors/read-pages";
import { known, type Observed } from "@/lib/model/observed";
import type { Organization } from "@/lib/model/organization";
import type { AccountParts } from "@/lib/model/snapshot";

const organizationSchema = z.object({
  Organization: z.object({ Id: z.string(), Arn: z.string(), MasterAccountId: z.string() }).nullable(),
});
const accountsSchema = z.object({
  Accounts: z.array(z.object({ Id: z.string() })),
  NextToken: z.string().nullish(),
});

type OrganizationParts = Pick<
  AccountParts,
  "organization" | "organizationAccountIds" | "organizationPolicies"
>;

/**
 * The organization, its accounts and its policies. Only the management account and delegated administrators may list
 * the latter two, so `reader` asks for them; without an organization emulators list none, so they are not asked then.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
 */
export async function collectOrganization(
  context: CallContext,
  reader: CallContext,
): Promise<OrganizationParts> {
  const organization = await readOrganization(context);
  const [organizationAccountIds, organizationPolicies] = await Promise.all([
    readAccountIds(reader, organization),
    collectOrganizationPolicies(reader, organization),
  ]);
  return { organization, organizationAccountIds, organizationPolicies };
}

function readOrganization({ aws, clients, region }: CallContext): Promise<Observed<Organization | null>> {
  return aws.observe(calls.describeOrganization, { region }, async () => {
    const { Organization: found } = await aws.ask(calls.describeOrganization, {
      region,
      schema: organizationSchema,
      send: (options) => clients.organizations.send(new DescribeOrganizationCommand({}), options),
      answerOf: ({ name }) =>
        name === "AWSOrganizationsNotInUseException" ? { Organization: null } : undefined,
    });
    return found && { id: found.Id, arn: found.Arn, managementAccountId: found.MasterAccountId };
  });
}

async function readAccountIds(
  { aws, clients, region }: CallContext,
  organization: Observed<Organization | null>,
): Promise<Observed<string[]>> {
  if (!organization.known) return organization;
  if (organization.value === null) return known([], organization.read);
  return aws.observe(calls.listAccounts, { region }, async () => {
    const accounts = await readPages(calls.listAccounts, {}, async (token) => {
      const { Accounts, NextToken } = await aws.ask(calls.listAccounts, {
        region,
        schema: accountsSchema,
        send: (options) =>
          clients.organizations.send(new ListAccountsCommand({ MaxResults: 20, NextToken: token }), options),
      });
      return { items: Accounts, next: NextToken };
    });
    if (accounts.length === 0) {
      throw new CollectionError(
        buildGap(calls.listAccounts, "empty", "an organization has at least one account", {}),
      );
    }
    return [...new Set(accounts.map(({ Id }) => Id))].toSorted(compareText);
  });
}
