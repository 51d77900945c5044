import "server-only";
import { z } from "zod";
import { present } from "@/lib/collectors/present";
import type { AdvancedSelector } from "@/lib/model/event-logging";

const valuesSchema = z.array(z.string()).nullish();
const fieldSchema = z.object({
  Field: z.string(),
  Equals: valuesSchema,
  StartsWith: valuesSchema,
  EndsWith: valuesSchema,
  NotEquals: valuesSchema,
  NotStartsWith: valuesSchema,
  NotEndsWith: valuesSchema,
});

/** An advanced event selector, of a trail or of an event data store. */
export const advancedSelectorSchema = z
  .object({ FieldSelectors: z.array(fieldSchema).min(1) })
  .transform(({ FieldSelectors }): AdvancedSelector => ({ fields: FieldSelectors.map(toField) }));

function toField(answer: z.infer<typeof fieldSchema>): AdvancedSelector["fields"][number] {
  return {
    field: answer.Field,
    ...present({
      equals: answer.Equals,
      startsWith: answer.StartsWith,
      endsWith: answer.EndsWith,
      notEquals: answer.NotEquals,
      notStartsWith: answer.NotStartsWith,
      notEndsWith: answer.NotEndsWith,
    }),
  };
}
