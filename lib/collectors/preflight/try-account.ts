import "server-only";
import { DescribeOrganizationCommand, ListAccountsCommand } from "@aws-sdk/client-organizations";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { IamPage } from "@/lib/collectors/iam-answer";
import type { Attempts } from "@/lib/collectors/preflight/attempts";
import { tryIam } from "@/lib/collectors/preflight/try-iam";

const noOrganization = "AWSOrganizationsNotInUseException";

/** Answers the first page of the account's identities, which may hold the caller's own. */
export async function tryAccount(context: CallContext, attempts: Attempts): Promise<IamPage | undefined> {
  const { organizations } = context.clients;
  const [page] = await Promise.all([
    tryIam(context, attempts),
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
