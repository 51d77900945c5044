import type { ChannelDescription } from "@aws-sdk/client-kinesis";

const owner = "111122223333";
const createdAt = new Date("2026-04-05T06:07:08.500Z");
const bucket = { BucketARN: "arn:aws:s3:::archive", ExpectedBucketOwner: owner };

/** A channel to S3 in another account, and one to S3 Tables. */
export const testChannels = [
  {
    ...head("archive", ["payments"]),
    S3DestinationConfiguration: {
      DataFreshnessInSeconds: 300,
      StorageConfiguration: {
        BucketARN: "arn:aws:s3:::elsewhere",
        ExpectedBucketOwner: "999988887777",
        CompressionType: "GZIP",
      },
      DeadLetterQueueS3Configuration: bucket,
    },
  },
  {
    ...head("tables", ["clicks", "payments"]),
    S3TablesDestinationConfiguration: {
      DataFreshnessInSeconds: 900,
      DeadLetterQueueS3Configuration: bucket,
      S3TablesConfigurationList: [
        {
          TableBucketARN: `arn:aws:s3tables:eu-central-1:${owner}:bucket/lake`,
          Namespace: "streams",
          TableName: "clicks",
          CompressionType: "ZSTD",
        },
      ],
    },
  },
] as const satisfies readonly ChannelDescription[];

function head(name: string, streams: readonly string[]) {
  return {
    ChannelName: name,
    ChannelARN: `arn:aws:kinesis:eu-central-1:${owner}:channel/${name}-0a1b2c3d`,
    ChannelId: `${name}-0a1b2c3d`,
    ChannelStatus: "ACTIVE",
    ChannelCreationTimestamp: createdAt,
    ServiceExecutionRoleARN: `arn:aws:iam::${owner}:role/deliver`,
    StreamConfigurationList: streams.map((stream) => ({
      StreamARN: `arn:aws:kinesis:eu-central-1:${owner}:stream/${stream}`,
      StreamCreationTimestamp: createdAt,
      RecordConfiguration: { RecordFormatType: "JSON" as const },
    })),
    LoggingConfiguration: { CloudWatchLogs: { Enabled: false } },
  } as const;
}
