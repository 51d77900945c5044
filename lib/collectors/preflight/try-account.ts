import "server-only";
import { GetAccountAuthorizationDetailsCommand } from "@aws-sdk/client-iam";
import { DescribeOrganizationCommand, ListAccountsCommand } from "@aws-sdk/client-organizations";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { type IamPage, iamPageSchema } from "@/lib/collectors/iam-answer";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

const noOrganization = "AWSOrganizationsNotInUseException";

/** Answers the first page of the account's identities, which may hold the caller's own. */
export async function tryAccount(
  { clients: { iam, organizations } }: CallContext,
  attempts: Attempts,
): Promise<IamPage | undefined> {
  const [page] = await Promise.all([
    attempts.try(calls.getAccountAuthorizationDetails, {
      schema: iamPageSchema,
      send: (options) => iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 100 }), options),
    }),
    attempts.try(calls.describeOrganization, {
      schema: z
        .object({ Organization: z.unknown() })
        .refine(({ Organization }) => Organization !== undefined),
      send: (options) => organizations.send(new DescribeOrganizationCommand({}), options),
      answerOf: ({ name }) => (name === noOrganization ? { Organization: null } : undefined),
    }),
    attempts.try(calls.listAccounts, {
      schema: z.object({ Accounts: z.array(z.unknown()) }),
      send: (options) => organizations.send(new ListAccountsCommand({ MaxResults: 1 }), options),
      answerOf: ({ name }) => (name === noOrganization ? { Accounts: [] } : undefined),
    }),
  ]);
  return page;
}
