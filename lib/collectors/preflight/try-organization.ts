import "server-only";
import {
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  ListAccountsCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
} from "@aws-sdk/client-organizations";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

const noOrganization = "AWSOrganizationsNotInUseException";

/** The organization by the scan's identity; what only its administrators may read, by the one that reads it. */
export async function tryOrganization(
  { clients: { organizations } }: CallContext,
  reader: CallContext,
  attempts: Attempts,
): Promise<void> {
  await Promise.all([
    attempts.try(calls.describeOrganization, {
      schema: z
        .object({ Organization: z.unknown() })
        .refine(({ Organization }) => Organization !== undefined),
      send: (options) => organizations.send(new DescribeOrganizationCommand({}), options),
      answerOf: ({ name }) => (name === noOrganization ? { Organization: null } : undefined),
    }),
    attempts.try(calls.listAccounts, {
      schema: z.object({ Accounts: z.array(z.unknown()) }),
      send: (options) =>
        reader.clients.organizations.send(new ListAccountsCommand({ MaxResults: 1 }), options),
      answerOf: ({ name }) => (name === noOrganization ? { Accounts: [] } : undefined),
    }),
    attempts.try(calls.listParents, {
      schema: z.object({ Parents: z.array(z.unknown()) }),
      send: (options) =>
        reader.clients.organizations.send(new ListParentsCommand({ ChildId: reader.accountId }), options),
      answerOf: ({ name }) => (name === noOrganization ? { Parents: [] } : undefined),
    }),
    tryPolicies(reader, attempts),
  ]);
}

async function tryPolicies(
  { clients: { organizations }, accountId }: CallContext,
  attempts: Attempts,
): Promise<void> {
  const command = new ListPoliciesForTargetCommand({
    TargetId: accountId,
    Filter: "SERVICE_CONTROL_POLICY",
    MaxResults: 1,
  });
  const listed = await attempts.try(calls.listPoliciesForTarget, {
    resource: accountId,
    schema: z.object({ Policies: z.array(z.object({ Id: z.string() })) }),
    send: (options) => organizations.send(command, options),
    answerOf: ({ name }) => (name === noOrganization ? { Policies: [] } : undefined),
  });
  const PolicyId = listed?.Policies[0]?.Id;
  if (PolicyId === undefined) {
    attempts.skip([calls.describePolicy], "No policy of an organization is known to try it on.");
    return;
  }
  await attempts.try(calls.describePolicy, {
    resource: PolicyId,
    schema: z.object({ Policy: z.object({ Content: z.string() }) }),
    send: (options) => organizations.send(new DescribePolicyCommand({ PolicyId }), options),
  });
}
