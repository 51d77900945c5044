import "server-only";
import {
  DescribeChannelCommand,
  DescribeStreamSummaryCommand,
  GetResourcePolicyCommand,
  ListChannelsCommand,
  ListStreamConsumersCommand,
  ListStreamsCommand,
  ListTagsForStreamCommand,
} from "@aws-sdk/client-kinesis";
import { GetResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

export async function tryKinesis(context: CallContext, attempts: Attempts): Promise<void> {
  const { kinesis, tagging } = context.clients;
  const tagged = attempts.try(calls.getResources, {
    schema: z.object({ ResourceTagMappingList: z.array(z.unknown()) }),
    send: (options) =>
      tagging.send(
        new GetResourcesCommand({ ResourceTypeFilters: ["kinesis:stream"], ResourcesPerPage: 1 }),
        options,
      ),
  });
  const listed = await attempts.try(calls.listStreams, {
    schema: z.object({ StreamNames: z.array(z.string()), HasMoreStreams: z.boolean() }),
    send: (options) => kinesis.send(new ListStreamsCommand({ Limit: 1 }), options),
  });
  await Promise.all([
    tagged,
    tryChannels(context, attempts),
    tryStream(context, attempts, listed?.StreamNames[0]),
  ]);
}

async function tryChannels({ clients: { kinesis }, region }: CallContext, attempts: Attempts): Promise<void> {
  const listed = await attempts.try(calls.listChannels, {
    schema: z.object({ ChannelSummaries: z.array(z.object({ ChannelARN: z.string() })) }),
    send: (options) => kinesis.send(new ListChannelsCommand({ MaxResults: 1 }), options),
  });
  const ChannelARN = listed?.ChannelSummaries[0]?.ChannelARN;
  if (ChannelARN === undefined) {
    attempts.skip([calls.describeChannel], `No channel is known in ${region} to try it on.`);
    return;
  }
  await attempts.try(calls.describeChannel, {
    resource: ChannelARN,
    schema: z.object({ ChannelDescription: z.object({ ChannelARN: z.string() }) }),
    send: (options) => kinesis.send(new DescribeChannelCommand({ ChannelARN }), options),
  });
}

async function tryStream(
  { clients: { kinesis }, accountId, partition, region }: CallContext,
  attempts: Attempts,
  name: string | undefined,
): Promise<void> {
  if (name === undefined) {
    const { describeStreamSummary, getResourcePolicy, listStreamConsumers, listTagsForStream } = calls;
    attempts.skip(
      [describeStreamSummary, getResourcePolicy, listStreamConsumers, listTagsForStream],
      `No stream is known in ${region} to try it on.`,
    );
    return;
  }
  const arn = `arn:${partition}:kinesis:${region}:${accountId}:stream/${name}`;
  const ofStream = { resource: arn };
  await Promise.all([
    attempts.try(calls.describeStreamSummary, {
      ...ofStream,
      schema: z.object({ StreamDescriptionSummary: z.object({ StreamName: z.string() }) }),
      send: (options) => kinesis.send(new DescribeStreamSummaryCommand({ StreamName: name }), options),
    }),
    attempts.try(calls.getResourcePolicy, {
      ...ofStream,
      schema: z.object({ Policy: z.string() }),
      send: (options) => kinesis.send(new GetResourcePolicyCommand({ ResourceARN: arn }), options),
      // AWS looks for the policy only after it has allowed the call.
      answerOf: (error) => (error.name === "ResourceNotFoundException" ? { Policy: "" } : undefined),
    }),
    attempts.try(calls.listStreamConsumers, {
      ...ofStream,
      schema: z.object({ Consumers: z.array(z.unknown()) }),
      send: (options) =>
        kinesis.send(new ListStreamConsumersCommand({ StreamARN: arn, MaxResults: 1 }), options),
    }),
    attempts.try(calls.listTagsForStream, {
      ...ofStream,
      schema: z.object({ Tags: z.array(z.unknown()) }),
      send: (options) => kinesis.send(new ListTagsForStreamCommand({ StreamName: name, Limit: 1 }), options),
    }),
  ]);
}
