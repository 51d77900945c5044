import "server-only";
import { DescribeOrganizationCommand, ListAccountsCommand } from "@aws-sdk/client-organizations";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { collectOrganizationPolicies } from "@/lib/collectors/organization-policies";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { known, type Observed } from "@/lib/model/observed";
import type { Organization } from "@/lib/model/organization";
import type { AccountParts } from "@/lib/model/snapshot";

const organizationSchema = z.object({
  Organization: z.object({ Id: z.string(), Arn: z.string(), MasterAccountId: z.string() }).nullable(),
});
const accountsSchema = z.object({
  Accounts: z.array(z.object({ Id: z.string(), State: z.string().nullish(), Status: z.string().nullish() })),
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
  reader: CallContext,
  organization: Observed<Organization | null>,
): Promise<Observed<string[]>> {
  if (!organization.known) return organization;
  if (organization.value === null) return known([], organization.read);
  return reader.aws.observe(calls.listAccounts, { region: reader.region }, async () =>
    (await listAccounts(reader)).map(({ id }) => id),
  );
}

/** An account of the organization. */
export interface MemberAccount {
  readonly id: string;
  /** As AWS says it: one that is not `ACTIVE`, such as `SUSPENDED`, nobody may enter. */
  readonly state: string;
}

/**
 * The accounts of the organization, by id.
 *
 * @throws {CollectionError} when AWS does not list them.
 */
export async function listAccounts({ aws, clients, region }: CallContext): Promise<MemberAccount[]> {
  const accounts = await readPages(calls.listAccounts, {}, async (token) => {
    const { Accounts, NextToken } = await aws.ask(calls.listAccounts, {
      region,
      once: token ?? "",
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
  return sortedBy(uniqueBy(accounts.map(toMember), idOf), idOf);
}

/** `Status` is what AWS said before September 2026, and emulators say still. */
function toMember({
  Id: id,
  State,
  Status,
}: z.infer<typeof accountsSchema>["Accounts"][number]): MemberAccount {
  return { id, state: State ?? Status ?? "ACTIVE" };
}

const idOf = ({ id }: MemberAccount) => id;
