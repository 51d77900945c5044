import "server-only";
import { DescribeChannelCommand, ListChannelsCommand } from "@aws-sdk/client-kinesis";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { toChannel } from "@/lib/collectors/to-channel";
import {
  type ChannelDetails,
  channelDetailsSchema,
  type ListedChannel,
  listedChannelSchema,
} from "@/lib/collectors/channel-answer";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import type { Channel } from "@/lib/model/channel";
import { known, type Observed } from "@/lib/model/observed";

const listSchema = z.object({
  ChannelSummaries: z.array(listedChannelSchema),
  NextToken: z.string().nullish(),
});
const answerSchema = z.object({ ChannelDescription: channelDetailsSchema });

/**
 * The channels of a Region, and where each delivers to.
 *
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListChannels.html
 */
export async function collectChannels(context: CallContext): Promise<Observed<Channel[]>> {
  const { aws, region } = context;
  const listed = await aws.observe(calls.listChannels, { region }, () => listChannels(context));
  if (!listed.known) return listed;
  aws.progress.plan(calls.describeChannel.action, region, listed.value.length);
  const channels = listed.value.map(async (channel) =>
    toChannel(channel, await describe(context, channel.ChannelARN), {
      call: calls.describeChannel,
      region,
      resource: channel.ChannelARN,
    }),
  );
  return known(await Promise.all(channels), listed.read);
}

async function listChannels({ aws, clients, region }: CallContext): Promise<ListedChannel[]> {
  const call = calls.listChannels;
  const channels = await readPages(call, { region }, async (token) => {
    const { ChannelSummaries, NextToken } = await aws.ask(call, {
      region,
      schema: listSchema,
      send: (options) =>
        clients.kinesis.send(new ListChannelsCommand({ MaxResults: 100, NextToken: token }), options),
    });
    return { items: ChannelSummaries, next: NextToken };
  });
  const byArn = ({ ChannelARN }: ListedChannel) => ChannelARN;
  return sortedBy(uniqueBy(channels, byArn), byArn);
}

function describe({ aws, clients, region }: CallContext, arn: string): Promise<Observed<ChannelDetails>> {
  const call = calls.describeChannel;
  const place = { region, resource: arn };
  return aws.observe(call, place, async () => {
    const { ChannelDescription: details } = await aws.ask(call, {
      ...place,
      schema: answerSchema,
      send: (options) => clients.kinesis.send(new DescribeChannelCommand({ ChannelARN: arn }), options),
    });
    if (details.ChannelARN === arn) return details;
    throw new CollectionError(buildGap(call, "malformed", "the answer is about another channel", place));
  });
}
