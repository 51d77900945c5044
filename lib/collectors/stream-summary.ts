import "server-only";
import { DescribeStreamSummaryCommand } from "@aws-sdk/client-kinesis";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { type Arn, parseArn } from "@/lib/model/arn";

/** The members that are kept; each is judged on its own when it is used. */
const summarySchema = z.object({
  StreamName: z.string(),
  StreamARN: z.string(),
  StreamStatus: z.unknown().optional(),
  StreamModeDetails: z.unknown().optional(),
  RetentionPeriodHours: z.unknown().optional(),
  StreamCreationTimestamp: z.unknown().optional(),
  EncryptionType: z.unknown().optional(),
  KeyId: z.unknown().optional(),
  OpenShardCount: z.unknown().optional(),
  ConsumerCount: z.unknown().optional(),
  ChannelCount: z.unknown().optional(),
});
const answerSchema = z.object({ StreamDescriptionSummary: summarySchema });

export type StreamSummary = z.infer<typeof summarySchema>;

/**
 * The cheapest call that tells encryption, key, retention and consumers at once. It goes by name: an ARN would
 * send it to another host.
 *
 * @throws {StreamGoneError} for a stream that Kinesis no longer knows.
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamSummary.html
 */
export async function describeStream(context: CallContext, name: string): Promise<StreamSummary> {
  const { aws, clients, region } = context;
  const resource = streamArn(context, name);
  const { StreamDescriptionSummary: summary } = await aws.ask(calls.describeStreamSummary, {
    region,
    resource,
    schema: answerSchema,
    send: (options) => clients.kinesis.send(new DescribeStreamSummaryCommand({ StreamName: name }), options),
  });
  const arn = parseArn(summary.StreamARN);
  if (summary.StreamName === name && isStreamArn(arn, { region, name })) return summary;
  throw new CollectionError(
    buildGap(calls.describeStreamSummary, "malformed", "the answer is about another stream", {
      region,
      resource,
    }),
  );
}

/** Kinesis says that there is no such stream, though it has just listed it. */
export function saysStreamIsGone(error: unknown): boolean {
  return (
    error instanceof CollectionError &&
    error.cause instanceof Error &&
    error.cause.name === "ResourceNotFoundException"
  );
}

/** What the ARN of a stream must be before Kinesis has told it. */
export function streamArn({ partition, region, accountId }: CallContext, name: string): string {
  return `arn:${partition}:kinesis:${region}:${accountId}:stream/${name}`;
}

function isStreamArn(arn: Arn | undefined, { region, name }: { region: string; name: string }): boolean {
  return arn?.service === "kinesis" && arn.region === region && arn.resource === `stream/${name}`;
}
