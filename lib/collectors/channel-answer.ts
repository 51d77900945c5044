import "server-only";
import { z } from "zod";

export const listedChannelSchema = z.object({
  ChannelARN: z.string().min(1),
  ChannelName: z.string(),
  ChannelStatus: z.string(),
  ChannelDestinationType: z.string(),
  ChannelCreationTimestamp: z.date().nullish(),
  Streams: z.array(z.object({ StreamARN: z.string() })),
});

/** The members beyond the ARN become facts of their own. */
export const channelDetailsSchema = z.object({
  ChannelARN: z.string(),
  ServiceExecutionRoleARN: z.unknown().optional(),
  S3DestinationConfiguration: z.unknown().optional(),
  S3TablesDestinationConfiguration: z.unknown().optional(),
});

const bucketSchema = z.object({ BucketARN: z.string().min(1), ExpectedBucketOwner: z.string().nullish() });
const deadLetterSchema = z
  .object({ BucketARN: z.string().min(1), ExpectedBucketOwner: z.string().min(1) })
  .nullish();

export const s3DestinationSchema = z.object({
  StorageConfiguration: bucketSchema,
  DeadLetterQueueS3Configuration: deadLetterSchema,
});

export const tablesDestinationSchema = z.object({
  S3TablesConfigurationList: z.array(z.object({ TableBucketARN: z.string().min(1) })).min(1),
  DeadLetterQueueS3Configuration: deadLetterSchema,
});

export type ListedChannel = z.infer<typeof listedChannelSchema>;
export type ChannelDetails = z.infer<typeof channelDetailsSchema>;
