import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

/** Where a delivery stream delivers to: the names that tell whose it is, and nothing that could hold a token. */
const deliveryDestinationSchema = z.object({
  /** `s3`, `redshift`, `opensearch`, `opensearch-serverless`, `splunk`, `http`, `snowflake`, `iceberg` or `unknown`. */
  kind: z.string(),
  /** Of buckets, domains and catalogs. A bucket's ARN does not name its account. */
  arns: z.array(z.string()),
  /** Host names alone: paths and queries may hold keys. */
  hosts: z.array(z.string()),
});

/**
 * A Data Firehose stream that reads a Kinesis data stream.
 *
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_DescribeDeliveryStream.html
 */
export const deliveryStreamSchema = z.object({
  arn: z.string(),
  name: z.string(),
  status: observedSchema(z.string()),
  streamArn: observedSchema(z.string()),
  /** The role that it reads with. */
  roleArn: observedSchema(z.string()),
  destinations: observedSchema(z.array(deliveryDestinationSchema)),
});

export type DeliveryDestination = z.infer<typeof deliveryDestinationSchema>;
export type DeliveryStream = z.infer<typeof deliveryStreamSchema>;
