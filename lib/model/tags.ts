import { z } from "zod";

/**
 * Tags by key.
 *
 * Not `z.record`, which drops a key named `__proto__`: AWS allows that key, and a report that loses it is not the
 * report that was hashed.
 *
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_AddTagsToStream.html
 */
export const tagsSchema: z.ZodType<Record<string, string>> = z
  .any()
  .refine(isTags, "expected an object of strings")
  .meta({ type: "object", additionalProperties: { type: "string" } });

function isTags(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((each) => typeof each === "string");
}
