import type {
  ChannelDescription,
  ChannelSummary,
  DescribeChannelCommandInput,
  DescribeChannelCommandOutput,
  ListChannelsCommandInput,
  ListChannelsCommandOutput,
  StreamFilter,
} from "@aws-sdk/client-kinesis";
import { kinesisDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { WireError } from "../wire-error";
import { type Answer, regionOf, type WireContext } from "../wire-service";

/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListChannels.html (1 to 100, default 100) */
const range = { max: 100, default: 100, invalid: invalid("MaxResults must be between 1 and 100.") };

export function listChannels(
  { StreamFilter: filter = [], NextToken, MaxResults }: ListChannelsCommandInput,
  context: WireContext,
): Answer<ListChannelsCommandOutput> {
  const { channels } = regionOf(kinesisDialect, context);
  const { items, nextToken } = pageOf(
    channels.filter((channel) => filter.length === 0 || filter.some((one) => delivers(channel, one))),
    {
      operation: "kinesis:ListChannels",
      token: NextToken,
      limit: pageSize(MaxResults, range),
      invalidToken: invalid("NextToken is invalid."),
    },
  );
  return { ChannelSummaries: items.map(toSummary), NextToken: nextToken };
}

export function describeChannel(
  { ChannelARN }: DescribeChannelCommandInput,
  context: WireContext,
): Answer<DescribeChannelCommandOutput> {
  if (!ChannelARN) throw invalid("Missing ChannelARN.")();
  const channel = regionOf(kinesisDialect, context).channels.find((one) => one.ChannelARN === ChannelARN);
  if (!channel) throw new WireError("ResourceNotFoundException", `Channel ${ChannelARN} not found.`);
  return { ChannelDescription: channel };
}

function delivers(
  { StreamConfigurationList = [] }: ChannelDescription,
  { StreamARN }: StreamFilter,
): boolean {
  return StreamConfigurationList.some((stream) => stream.StreamARN === StreamARN);
}

function toSummary({ StreamConfigurationList = [], ...channel }: ChannelDescription): ChannelSummary {
  const { ChannelName, ChannelARN, ChannelId, ChannelStatus, ChannelStatusReason } = channel;
  return {
    ChannelName,
    ChannelARN,
    ChannelId,
    ChannelStatus,
    ChannelStatusReason,
    ChannelCreationTimestamp: channel.ChannelCreationTimestamp,
    ChannelDestinationType: channel.S3TablesDestinationConfiguration ? "S3_TABLES" : "S3",
    Streams: StreamConfigurationList.map(({ StreamARN, StreamCreationTimestamp }) => ({
      StreamARN,
      StreamCreationTimestamp,
    })),
  };
}

function invalid(message: string): () => WireError {
  return () => new WireError("InvalidArgumentException", message);
}
