import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import { placedStreams } from "@/lib/kinesis/access/account-parts";
import type { AccessParts, PlacedStream } from "@/lib/kinesis/access/account-parts";
import { gapsOf } from "@/lib/model/observed";
import type { Gap, Observed } from "@/lib/model/observed";

/** What could not be read of each stream, and may hide somebody who holds a duty on it. */
export function gapsOfStreams(parts: AccessParts): ReadonlyMap<string, readonly Gap[]> {
  const ofAccount = gapsOf(parts.iam);
  return new Map(
    placedStreams(parts).map((placed) => [placed.stream.arn, [...ofAccount, ...gapsOfStream(placed)]]),
  );
}

function gapsOfStream({ stream }: PlacedStream): Gap[] {
  const { arn, region, consumers, resourcePolicy } = stream;
  const listed = consumers.known ? consumers.value : [];
  return [
    ...policyGaps(resourcePolicy, arn, region),
    ...gapsOf(consumers),
    ...listed.flatMap((consumer) => policyGaps(consumer.resourcePolicy, consumer.arn, region)),
  ];
}

function policyGaps(policy: Observed<string | null>, resource: string, region: string): Gap[] {
  if (!policy.known) return [policy.gap];
  if (policy.value === null) return [];
  // By the test that leaves the policy out of the index: what does not count there is missing.
  const compiled = compilePolicy(policy.value, "resource");
  if (compiled.ok) return [];
  const message = `The policy of ${resource} cannot be read: ${compiled.problem}.`;
  return [{ action: "kinesis:GetResourcePolicy", reason: "malformed", message, resource, region }];
}
