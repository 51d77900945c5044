import "server-only";
import { GetResourcePolicyCommand } from "@aws-sdk/client-kinesis";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Observed } from "@/lib/model/observed";

const policySchema = z.object({ Policy: z.string() });

/**
 * The resource policy of a stream or consumer, or null when none is attached.
 *
 * AWS, moto and LocalStack answer `{}` then; kinesis-local, and Terraform's experience with AWS, say that
 * there is no such policy. That the stream itself is not there is another thing, and no answer to this.
 *
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetResourcePolicy.html
 */
export function collectResourcePolicy(
  { aws, clients, region }: CallContext,
  resourceArn: string,
): Promise<Observed<string | null>> {
  const place = { region, resource: resourceArn };
  return aws.observe(calls.getResourcePolicy, place, async () => {
    const { Policy } = await aws.ask(calls.getResourcePolicy, {
      ...place,
      schema: policySchema,
      send: (options) =>
        clients.kinesis.send(new GetResourcePolicyCommand({ ResourceARN: resourceArn }), options),
      answerOf: (error) => (saysNoPolicy(error) ? { Policy: "" } : undefined),
    });
    return /^\s*(\{\s*\})?\s*$/.test(Policy) ? null : Policy;
  });
}

function saysNoPolicy({ name, message }: Error): boolean {
  return name === "ResourceNotFoundException" && /^no resource policy\b/i.test(message);
}
