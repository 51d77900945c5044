import "server-only";
import { GetAccountSummaryCommand } from "@aws-sdk/client-iam";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import type { AccountSummary } from "@/lib/model/access-keys";
import type { Observed } from "@/lib/model/observed";

const summarySchema = z.object({
  SummaryMap: z.object({ AccountAccessKeysPresent: z.number().int().nonnegative().nullish() }),
});

/** Whether the root user has access keys: only this call says so without the credential report. */
export function collectAccountSummary({
  aws,
  clients,
  region,
}: CallContext): Promise<Observed<AccountSummary>> {
  const call = calls.getAccountSummary;
  return aws.observe(call, { region }, async () => {
    const { SummaryMap } = await aws.ask(call, {
      region,
      schema: summarySchema,
      send: (options) => clients.iam.send(new GetAccountSummaryCommand({}), options),
    });
    const { AccountAccessKeysPresent: rootAccessKeysPresent } = SummaryMap;
    if (rootAccessKeysPresent === undefined || rootAccessKeysPresent === null) {
      throw new CollectionError(buildGap(call, "empty", "AccountAccessKeysPresent", {}));
    }
    return { rootAccessKeysPresent };
  });
}
