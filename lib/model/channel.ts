import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

/** An S3 bucket, and the account that AWS makes sure owns it before it delivers. */
const bucketSchema = z.object({ arn: z.string(), expectedOwner: z.string() });

/**
 * A channel copies the records of streams to S3 or S3 Tables by itself, under a role of its own.
 *
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeChannel.html
 */
export const channelSchema = z.object({
  arn: z.string(),
  name: z.string(),
  status: z.string(),
  /** `S3` or `S3_TABLES`. */
  destinationType: z.string(),
  streamArns: z.array(z.string()),
  createdAt: z.string().exactOptional(),
  roleArn: observedSchema(z.string()),
  /** Absent for S3 Tables, and where the channel could not be described. */
  bucketArn: z.string().exactOptional(),
  /** Account id. Null for S3 Tables, where the buckets' ARNs name their account. */
  expectedBucketOwner: observedSchema(z.string().nullable()),
  /** None for a channel to S3. */
  tableBucketArns: observedSchema(z.array(z.string())),
  /** Where records go that could not be delivered; null where AWS sends none. */
  deadLetterBucket: observedSchema(bucketSchema.nullable()),
});

export type Channel = z.infer<typeof channelSchema>;
