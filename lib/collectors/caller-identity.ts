import "server-only";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { z } from "zod";
import type { AwsCaller } from "@/lib/aws/aws-caller";
import { calls } from "@/lib/aws/calls";
import type { Clients } from "@/lib/aws/clients";
import { parseArn } from "@/lib/model/arn";

const identitySchema = z.object({
  Account: z.string().regex(/^\d{12}$/),
  Arn: z.string().startsWith("arn:"),
});

export interface CallerIdentity {
  readonly accountId: string;
  readonly arn: string;
  readonly partition: string;
}

/** Who we are. It needs no permission, so a failure says that nothing else will work either. */
export async function readCallerIdentity(
  aws: AwsCaller,
  { sts }: Clients,
  region: string,
): Promise<CallerIdentity> {
  const { Account, Arn } = await aws.ask(calls.getCallerIdentity, {
    region,
    schema: identitySchema,
    send: (options) => sts.send(new GetCallerIdentityCommand({}), options),
  });
  return { accountId: Account, arn: Arn, partition: parseArn(Arn)?.partition ?? "aws" };
}
