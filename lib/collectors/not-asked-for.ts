import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { missing, type Missing } from "@/lib/model/observed";

/** What a scan reads on demand, of one that did not ask for it. */
export function notAskedFor({ action }: AwsCall, region?: string): Missing {
  const message = `${action} was not called: it is read only by a scan that asks for it.`;
  return missing({ action, reason: "not-collected", message, ...(region !== undefined && { region }) });
}
