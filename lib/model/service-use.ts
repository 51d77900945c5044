import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

/**
 * When a principal last called Kinesis, whatever the call: AWS tells it by service, and no closer for records.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
export const serviceUseSchema = z.object({
  principalArn: z.string(),
  /** Null: never within the 400 days that AWS keeps. */
  lastUsedAt: observedSchema(z.string().nullable()),
});

export type ServiceUse = z.infer<typeof serviceUseSchema>;
