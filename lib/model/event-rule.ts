import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

/**
 * A rule of the default event bus that waits for events; schedules are left out.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html
 */
export const eventRuleSchema = z.object({
  arn: z.string(),
  name: z.string(),
  /** `ENABLED`, `DISABLED` or `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS`. */
  state: z.string(),
  /** As written, JSON text. */
  pattern: z.string(),
  targetArns: observedSchema(z.array(z.string())),
});

export type EventRule = z.infer<typeof eventRuleSchema>;
