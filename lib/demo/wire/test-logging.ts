import type { DeliveryStreamDescription } from "@aws-sdk/client-firehose";
import type { EventDataStoreFacts, EventRuleFacts, TrailFacts } from "../account-facts";

const account = "111122223333";
const place = `eu-central-1:${account}`;
const management = { Field: "eventCategory", Equals: ["Management"] };

export const testTrails: readonly TrailFacts[] = [
  {
    trail: {
      Name: "own",
      TrailARN: `arn:aws:cloudtrail:${place}:trail/own`,
      HomeRegion: "eu-central-1",
      IsMultiRegionTrail: false,
      IsOrganizationTrail: false,
      LogFileValidationEnabled: true,
      S3BucketName: "logs",
    },
    logging: true,
    selectors: {
      EventSelectors: [
        {
          ReadWriteType: "WriteOnly",
          IncludeManagementEvents: true,
          DataResources: [],
          ExcludeManagementEventSources: ["kms.amazonaws.com"],
        },
      ],
    },
  },
  {
    trail: {
      Name: "all",
      TrailARN: "arn:aws:cloudtrail:us-east-1:444455556666:trail/all",
      HomeRegion: "us-east-1",
      IsMultiRegionTrail: true,
      IsOrganizationTrail: true,
      LogFileValidationEnabled: false,
    },
    logging: false,
    selectors: {
      AdvancedEventSelectors: [
        { Name: "writes", FieldSelectors: [management, { Field: "readOnly", NotEquals: ["true"] }] },
      ],
    },
  },
];

export const testEventDataStores: readonly EventDataStoreFacts[] = [
  {
    EventDataStoreArn: `arn:aws:cloudtrail:${place}:eventdatastore/1a2b3c4d`,
    Name: "lake",
    Status: "ENABLED",
    MultiRegionEnabled: true,
    OrganizationEnabled: false,
    AdvancedEventSelectors: [{ FieldSelectors: [management] }],
    RetentionPeriod: 366,
  },
];

export const testEventRules: readonly EventRuleFacts[] = [
  {
    rule: {
      Name: "alarm",
      Arn: `arn:aws:events:${place}:rule/alarm`,
      State: "ENABLED",
      EventPattern: '{"source":["aws.kinesis"]}',
      EventBusName: "default",
    },
    targets: [
      { Id: "2", Arn: `arn:aws:sqs:${place}:b`, Input: '{"password":"hunter2"}' },
      { Id: "1", Arn: `arn:aws:sns:${place}:a` },
    ],
  },
  {
    rule: {
      Name: "off",
      Arn: `arn:aws:events:${place}:rule/off`,
      State: "DISABLED",
      EventPattern: "{}",
    },
    targets: [],
  },
  {
    rule: {
      Name: "timer",
      Arn: `arn:aws:events:${place}:rule/timer`,
      State: "ENABLED",
      ScheduleExpression: "rate(1 day)",
    },
    targets: [{ Id: "1", Arn: `arn:aws:lambda:${place}:function:f` }],
  },
];

const bucket = {
  RoleARN: `arn:aws:iam::${account}:role/deliver`,
  BucketARN: "arn:aws:s3:::lake",
  BufferingHints: {},
  CompressionFormat: "GZIP" as const,
  EncryptionConfiguration: {},
};

export const testDeliveryStreams: readonly DeliveryStreamDescription[] = [
  buildDelivery("to-lake", "KinesisStreamAsSource", {
    DestinationId: "1",
    ExtendedS3DestinationDescription: bucket,
    S3DestinationDescription: bucket,
  }),
  buildDelivery("to-vendor", "KinesisStreamAsSource", {
    DestinationId: "1",
    HttpEndpointDestinationDescription: {
      EndpointConfiguration: { Url: "https://user:hunter2@In.Vendor.example:8443/p?key=hunter2", Name: "v" },
      S3DestinationDescription: bucket,
    },
  }),
  buildDelivery("put-by-others", "DirectPut", {
    DestinationId: "1",
    ExtendedS3DestinationDescription: bucket,
  }),
];

type Type = NonNullable<DeliveryStreamDescription["DeliveryStreamType"]>;
type Destination = NonNullable<DeliveryStreamDescription["Destinations"]>[number];

function buildDelivery(name: string, type: Type, destination: Destination): DeliveryStreamDescription {
  return {
    DeliveryStreamName: name,
    DeliveryStreamARN: `arn:aws:firehose:${place}:deliverystream/${name}`,
    DeliveryStreamStatus: "ACTIVE",
    DeliveryStreamType: type,
    VersionId: "1",
    Source: {
      KinesisStreamSourceDescription: {
        KinesisStreamARN: `arn:aws:kinesis:${place}:stream/payments`,
        RoleARN: `arn:aws:iam::${account}:role/deliver`,
      },
    },
    Destinations: [destination],
    HasMoreDestinations: false,
  };
}
