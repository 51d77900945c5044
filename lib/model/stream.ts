import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";
import { tagsSchema } from "@/lib/model/tags";

/** Text of a resource policy, or null where AWS says that none is attached. */
const attachedPolicySchema = observedSchema(z.string().nullable());

export const consumerSchema = z.object({
  arn: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: z.string().exactOptional(),
  resourcePolicy: attachedPolicySchema,
});

export const streamEncryptionSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("none") }),
  z.object({
    type: z.literal("kms"),
    /** As Kinesis gives it: key id, key ARN, alias name or alias ARN. */
    keyReference: z.string(),
  }),
]);

/** A data stream and what was read of it. */
export const streamSchema = z.object({
  arn: z.string(),
  name: z.string(),
  accountId: z.string(),
  region: z.string(),
  status: observedSchema(z.string()),
  mode: observedSchema(z.enum(["provisioned", "on-demand"])),
  /**
   * How long a record stays readable, in hours: 24 to 8760.
   *
   * @see https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html
   */
  retentionHours: observedSchema(z.number().int()),
  createdAt: observedSchema(z.string()),
  encryption: observedSchema(streamEncryptionSchema),
  openShardCount: observedSchema(z.number().int()),
  channelCount: observedSchema(z.number().int()),
  consumers: observedSchema(z.array(consumerSchema)),
  tags: observedSchema(tagsSchema),
  resourcePolicy: attachedPolicySchema,
});

export type Consumer = z.infer<typeof consumerSchema>;
export type StreamEncryption = z.infer<typeof streamEncryptionSchema>;
export type Stream = z.infer<typeof streamSchema>;
