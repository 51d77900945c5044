import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

/**
 * An EventBridge pipe that reads a Kinesis data stream.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_DescribePipe.html
 */
export const pipeSchema = z.object({
  arn: z.string(),
  name: z.string(),
  state: z.string(),
  streamArn: z.string(),
  /** ARN of what the records go to. */
  targetArn: z.string(),
  /** ARN of what sees every record on its way; null where nothing does. */
  enrichmentArn: observedSchema(z.string().nullable()),
  /** The role that it reads with. */
  roleArn: observedSchema(z.string()),
});

export type Pipe = z.infer<typeof pipeSchema>;
