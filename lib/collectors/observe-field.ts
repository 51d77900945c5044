import "server-only";
import type { z } from "zod";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { buildGap, type CallPlace } from "@/lib/aws/collection-error";
import { known, missing, type Observed } from "@/lib/model/observed";

export interface FieldPlace extends CallPlace {
  readonly call: AwsCall;
}

/**
 * One member of an answer as a fact of its own.
 *
 * Emulators leave out members that AWS always sends; that costs this fact and no other, and no default fills it.
 */
export function observeField<Value>(
  answer: Observed<Readonly<Record<string, unknown>>>,
  name: string,
  schema: z.ZodType<Value>,
  { call, ...place }: FieldPlace,
): Observed<Value> {
  if (!answer.known) return answer;
  const member = answer.value[name];
  if (member === undefined || member === null) return missing(buildGap(call, "empty", name, place));
  const parsed = schema.safeParse(member);
  if (parsed.success) return known(parsed.data, answer.read);
  return missing(buildGap(call, "malformed", name, place));
}
