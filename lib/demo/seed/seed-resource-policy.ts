import { isDeepStrictEqual } from "node:util";
import { GetResourcePolicyCommand, PutResourcePolicyCommand } from "@aws-sdk/client-kinesis";
import type { SeedContext } from "./seed-context";

/** The policy of a stream or consumer, unless the same one is there. */
export async function seedResourcePolicy(
  { clients, log, translation }: SeedContext,
  kind: string,
  ResourceARN: string,
  demoPolicy: string | undefined,
): Promise<void> {
  if (demoPolicy === undefined) return;
  const policy = translation.of(demoPolicy);
  await log.make(kind, ResourceARN, {
    find: async () => {
      const { Policy } = await clients.kinesis.send(new GetResourcePolicyCommand({ ResourceARN }));
      return isDeepStrictEqual(JSON.parse(Policy ?? ""), JSON.parse(policy)) || undefined;
    },
    make: async () => {
      await clients.kinesis.send(new PutResourcePolicyCommand({ ResourceARN, Policy: policy }));
      return true;
    },
  });
}
