import "server-only";
import {
  GetAccessKeyLastUsedCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  ListAccessKeysCommand,
} from "@aws-sdk/client-iam";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { type IamPage, iamPageSchema } from "@/lib/collectors/iam-answer";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

/** Answers the first page of the account's identities, which may hold the caller's own. */
export async function tryIam(context: CallContext, attempts: Attempts): Promise<IamPage | undefined> {
  const { iam } = context.clients;
  const summary = attempts.try(calls.getAccountSummary, {
    schema: z.object({ SummaryMap: z.record(z.string(), z.number()) }),
    send: (options) => iam.send(new GetAccountSummaryCommand({}), options),
  });
  const page = await attempts.try(calls.getAccountAuthorizationDetails, {
    schema: iamPageSchema,
    send: (options) => iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 100 }), options),
  });
  await Promise.all([summary, tryAccessKeys(context, attempts, page?.UserDetailList[0]?.UserName)]);
  return page;
}

async function tryAccessKeys(
  { clients: { iam } }: CallContext,
  attempts: Attempts,
  UserName: string | undefined,
): Promise<void> {
  const { listAccessKeys, getAccessKeyLastUsed } = calls;
  if (UserName === undefined) {
    attempts.skip([listAccessKeys, getAccessKeyLastUsed], "No user is known to try it on.");
    return;
  }
  const listed = await attempts.try(listAccessKeys, {
    resource: UserName,
    schema: z.object({ AccessKeyMetadata: z.array(z.object({ AccessKeyId: z.string() })) }),
    send: (options) => iam.send(new ListAccessKeysCommand({ UserName, MaxItems: 1 }), options),
  });
  const AccessKeyId = listed?.AccessKeyMetadata[0]?.AccessKeyId;
  if (AccessKeyId === undefined) {
    attempts.skip([getAccessKeyLastUsed], "No access key is known to try it on.");
    return;
  }
  await attempts.try(getAccessKeyLastUsed, {
    resource: AccessKeyId,
    schema: z.object({ AccessKeyLastUsed: z.unknown() }),
    send: (options) => iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }), options),
  });
}
