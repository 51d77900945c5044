import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

const kinesisQuotas = "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html";
const channelQuotas = "https://docs.aws.amazon.com/streams/latest/dev/data-delivery-quotas.html";
const taggingQuotas = "https://docs.aws.amazon.com/general/latest/gr/arg.html";

/** Streams, consumers, channels and tags. */
export const kinesisCalls = {
  listStreams: {
    action: "kinesis:ListStreams",
    perSecond: 5,
    rateSource: kinesisQuotas,
    keeps: ["StreamNames", "HasMoreStreams", "NextToken"],
  },
  describeStreamSummary: {
    action: "kinesis:DescribeStreamSummary",
    perSecond: 20,
    rateSource: kinesisQuotas,
    keeps: [
      "StreamName",
      "StreamARN",
      "StreamStatus",
      "StreamModeDetails",
      "RetentionPeriodHours",
      "StreamCreationTimestamp",
      "EncryptionType",
      "KeyId",
      "OpenShardCount",
      "ConsumerCount",
      "ChannelCount",
    ],
  },
  getResourcePolicy: {
    action: "kinesis:GetResourcePolicy",
    perSecond: 5,
    rateSource: kinesisQuotas,
    keeps: ["Policy"],
  },
  listStreamConsumers: {
    action: "kinesis:ListStreamConsumers",
    perSecond: 5,
    rateSource: kinesisQuotas,
    perResource: true,
    keeps: ["ConsumerName", "ConsumerARN", "ConsumerStatus", "ConsumerCreationTimestamp"],
  },
  listChannels: {
    action: "kinesis:ListChannels",
    perSecond: 5,
    rateSource: channelQuotas,
    keeps: [
      "ChannelARN",
      "ChannelName",
      "ChannelStatus",
      "ChannelDestinationType",
      "ChannelCreationTimestamp",
      "Streams",
    ],
  },
  describeChannel: {
    action: "kinesis:DescribeChannel",
    perSecond: 5,
    rateSource: channelQuotas,
    keeps: [
      "ChannelARN",
      "ServiceExecutionRoleARN",
      "StorageConfiguration.BucketARN",
      "StorageConfiguration.ExpectedBucketOwner",
      "TableBucketARN",
      "DeadLetterQueueS3Configuration.BucketARN",
      "DeadLetterQueueS3Configuration.ExpectedBucketOwner",
    ],
  },
  listTagsForStream: {
    action: "kinesis:ListTagsForStream",
    perSecond: 5,
    rateSource: kinesisQuotas,
    keeps: ["Tags"],
  },
  getResources: {
    action: "tag:GetResources",
    perSecond: 15,
    rateSource: taggingQuotas,
    keeps: ["ResourceARN", "Tags"],
  },
} as const satisfies Record<string, AwsCall>;
