import "server-only";
import { DescribeStreamSummaryCommand, ListStreamsCommand } from "@aws-sdk/client-kinesis";
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

const namesSchema = z.object({ StreamNames: z.array(z.string()), HasMoreStreams: z.boolean() });
const summarySchema = z.object({ StreamDescriptionSummary: z.object({ StreamARN: z.string() }) });

/** The account that emulators have by convention. */
const usualAccountId = "000000000000";

/**
 * Where an emulator of Kinesis alone has no STS to ask: the account that its streams name. That Kinesis answers as
 * AWS does is what tells it from any other server that knows none of this.
 *
 * @throws {CollectionError} when it does not.
 */
export async function readKinesisIdentity(
  aws: AwsCaller,
  { kinesis }: Clients,
  region: string,
): Promise<CallerIdentity> {
  const { StreamNames } = await aws.ask(calls.listStreams, {
    region,
    schema: namesSchema,
    send: (options) => kinesis.send(new ListStreamsCommand({ Limit: 1 }), options),
  });
  const [name] = StreamNames;
  const summary =
    name !== undefined &&
    (await aws.ask(calls.describeStreamSummary, {
      region,
      schema: summarySchema,
      send: (options) => kinesis.send(new DescribeStreamSummaryCommand({ StreamName: name }), options),
    }));
  const arn = summary ? parseArn(summary.StreamDescriptionSummary.StreamARN) : undefined;
  return {
    accountId: arn?.accountId ?? usualAccountId,
    arn: "not known: this endpoint has no STS",
    partition: arn?.partition ?? "aws",
  };
}
