import type { ChannelDescription } from "@aws-sdk/client-kinesis";
import {
  accountId,
  at,
  organizationAccountIds,
  outsideAccountIds,
  roleArn,
  streamArn,
  usEast1,
} from "./identifiers";

/** Both copy records to S3 of another account: one of the organization's, and one that nobody knows. */
export function usChannels(): ChannelDescription[] {
  return [
    buildChannel({
      name: "iot-telemetry-archive",
      id: "4c1d9e7a-iot-telemetry-archive",
      createdOn: "2026-03-16",
      stream: { name: "iot-telemetry", createdOn: "2019-05-20" },
      roleName: "iot-telemetry-s3-delivery",
      bucket: { name: "acme-iot-telemetry-archive", owner: outsideAccountIds.monitoringVendor },
    }),
    buildChannel({
      name: "orders-lake",
      id: "b27f5310-orders-lake",
      createdOn: "2026-05-11",
      stream: { name: "orders-events", createdOn: "2020-09-28" },
      roleName: "orders-lake-channel",
      bucket: { name: "acme-analytics-orders", owner: organizationAccountIds.analytics },
    }),
  ];
}

interface DemoChannel {
  readonly name: string;
  readonly id: string;
  readonly createdOn: string;
  readonly stream: { readonly name: string; readonly createdOn: string };
  readonly roleName: string;
  readonly bucket: { readonly name: string; readonly owner: string };
}

function buildChannel({ name, id, createdOn, stream, roleName, bucket }: DemoChannel): ChannelDescription {
  return {
    ChannelName: name,
    ChannelARN: `arn:aws:kinesis:${usEast1}:${accountId}:channel/${id}`,
    ChannelId: id,
    ChannelStatus: "ACTIVE",
    ChannelCreationTimestamp: at(createdOn),
    ServiceExecutionRoleARN: roleArn(roleName),
    StreamConfigurationList: [
      {
        StreamARN: streamArn(usEast1, stream.name),
        StreamCreationTimestamp: at(stream.createdOn),
        RecordConfiguration: { RecordFormatType: "JSON" },
      },
    ],
    S3DestinationConfiguration: {
      DataFreshnessInSeconds: 300,
      StorageConfiguration: {
        BucketARN: `arn:aws:s3:::${bucket.name}`,
        ExpectedBucketOwner: bucket.owner,
        StorageClass: "STANDARD",
        CompressionType: "GZIP",
      },
      DeadLetterQueueS3Configuration: {
        BucketARN: "arn:aws:s3:::acme-data-platform-undelivered",
        ExpectedBucketOwner: accountId,
      },
    },
    LoggingConfiguration: { CloudWatchLogs: { Enabled: false } },
  };
}
