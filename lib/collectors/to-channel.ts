import "server-only";
import { z } from "zod";
import {
  type ChannelDetails,
  type ListedChannel,
  s3DestinationSchema,
  tablesDestinationSchema,
} from "@/lib/collectors/channel-answer";
import { type FieldPlace, observeField } from "@/lib/collectors/observe-field";
import { present, toIso } from "@/lib/collectors/present";
import type { Channel } from "@/lib/model/channel";
import { mapObserved, type Observed } from "@/lib/model/observed";

type Destination = Pick<
  Channel,
  "bucketArn" | "expectedBucketOwner" | "tableBucketArns" | "deadLetterBucket"
>;

/** A channel from its line in the list and from its description. */
export function toChannel(
  listed: ListedChannel,
  details: Observed<ChannelDetails>,
  place: FieldPlace,
): Channel {
  return {
    arn: listed.ChannelARN,
    name: listed.ChannelName,
    status: listed.ChannelStatus,
    destinationType: listed.ChannelDestinationType,
    streamArns: listed.Streams.map(({ StreamARN }) => StreamARN).toSorted(),
    ...present({ createdAt: toIso(listed.ChannelCreationTimestamp) }),
    roleArn: observeField(details, "ServiceExecutionRoleARN", z.string().min(1), place),
    ...(listed.ChannelDestinationType === "S3_TABLES" ? tablesOf(details, place) : bucketOf(details, place)),
  };
}

function bucketOf(details: Observed<ChannelDetails>, place: FieldPlace): Destination {
  const destination = observeField(details, "S3DestinationConfiguration", s3DestinationSchema, place);
  const bucket = mapObserved(destination, ({ StorageConfiguration }) => StorageConfiguration);
  return {
    ...present({ bucketArn: bucket.known ? bucket.value.BucketARN : undefined }),
    expectedBucketOwner: observeField(bucket, "ExpectedBucketOwner", z.string().min(1), place),
    tableBucketArns: mapObserved(destination, () => []),
    deadLetterBucket: deadLetterOf(destination),
  };
}

function tablesOf(details: Observed<ChannelDetails>, place: FieldPlace): Destination {
  const destination = observeField(
    details,
    "S3TablesDestinationConfiguration",
    tablesDestinationSchema,
    place,
  );
  return {
    expectedBucketOwner: mapObserved(destination, () => null),
    tableBucketArns: mapObserved(destination, ({ S3TablesConfigurationList }) =>
      [...new Set(S3TablesConfigurationList.map(({ TableBucketARN }) => TableBucketARN))].toSorted(),
    ),
    deadLetterBucket: deadLetterOf(destination),
  };
}

interface WithDeadLetters {
  readonly DeadLetterQueueS3Configuration?:
    | { readonly BucketARN: string; readonly ExpectedBucketOwner: string }
    | null
    | undefined;
}

function deadLetterOf(destination: Observed<WithDeadLetters>): Channel["deadLetterBucket"] {
  return mapObserved(destination, ({ DeadLetterQueueS3Configuration: bucket }) =>
    bucket ? { arn: bucket.BucketARN, expectedOwner: bucket.ExpectedBucketOwner } : null,
  );
}
