import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap, Read } from "@/lib/model/observed";
import { policyId } from "@/lib/model/policy-id";
import type { Stream } from "@/lib/model/stream";
import type { ResourcePolicy } from "@/lib/checks/admitted-principals";

/** The policies that share a stream, its own and its consumers'. */
interface StreamPolicies {
  readonly policies: readonly ResourcePolicy[];
  /** What of them could not be read. */
  readonly gaps: readonly Gap[];
  readonly reads: readonly Read[];
}

export function policiesOfStream({ arn, name, region, resourcePolicy, consumers }: Stream): StreamPolicies {
  const ofConsumers = consumers.known ? consumers.value : [];
  const places = [
    { resource: arn, name: `the policy of ${name}`, policy: resourcePolicy },
    ...ofConsumers.map((consumer) => ({
      resource: consumer.arn,
      name: `the policy of consumer ${consumer.name} of ${name}`,
      policy: consumer.resourcePolicy,
    })),
  ];
  const policies = places.flatMap(({ resource, name: policyName, policy }): ResourcePolicy[] => {
    if (!policy.known || policy.value === null) return [];
    const origin = { name: policyName, action: "kinesis:GetResourcePolicy", resource, region };
    return [{ id: policyId.resource(resource), text: policy.value, origin }];
  });
  const facts = [consumers, ...places.map(({ policy }) => policy)];
  return { policies, gaps: gapsOf(...facts), reads: readsOf(...facts) };
}
