import type { DeliveryStreamDescription } from "@aws-sdk/client-firehose";
import { accountId, at, roleArn, streamArn, usEast1 } from "./identifiers";

const readerArn = roleArn("clickstream-firehose", "/service-role/");

/** To a bucket, which does not say whose it is, and to a vendor by HTTP. */
export function usDeliveryStreams(): DeliveryStreamDescription[] {
  const bucket = {
    RoleARN: readerArn,
    BucketARN: "arn:aws:s3:::acme-clickstream-lake",
    BufferingHints: { IntervalInSeconds: 300, SizeInMBs: 64 },
    CompressionFormat: "GZIP" as const,
    EncryptionConfiguration: { NoEncryptionConfig: "NoEncryption" as const },
  };
  return [
    buildDelivery("clickstream-lake", "2022-01-31", {
      ExtendedS3DestinationDescription: bucket,
      S3DestinationDescription: bucket,
    }),
    buildDelivery("clickstream-vendor", "2025-08-25", {
      HttpEndpointDestinationDescription: {
        EndpointConfiguration: {
          Name: "vendor",
          Url: "https://intake.vendor.example/v1/input?api-key=4f3c2b1a-demo-not-a-key",
        },
        RoleARN: readerArn,
        S3DestinationDescription: bucket,
      },
    }),
  ];
}

type Destination = Omit<NonNullable<DeliveryStreamDescription["Destinations"]>[number], "DestinationId">;

function buildDelivery(name: string, createdOn: string, destination: Destination): DeliveryStreamDescription {
  return {
    DeliveryStreamName: name,
    DeliveryStreamARN: `arn:aws:firehose:${usEast1}:${accountId}:deliverystream/${name}`,
    DeliveryStreamStatus: "ACTIVE",
    DeliveryStreamType: "KinesisStreamAsSource",
    VersionId: "1",
    CreateTimestamp: at(createdOn),
    Source: {
      KinesisStreamSourceDescription: {
        KinesisStreamARN: streamArn(usEast1, "clickstream"),
        RoleARN: readerArn,
        DeliveryStartTimestamp: at(createdOn),
      },
    },
    Destinations: [{ DestinationId: "destinationId-000000000001", ...destination }],
    HasMoreDestinations: false,
  };
}
