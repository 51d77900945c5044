import type { Observed } from "@/lib/model/observed";
import { policyId } from "@/lib/model/policy-id";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { FoundPolicy } from "@/lib/scan/report/found-policy";
import { regionsOf } from "@/lib/scan/report/regions-of";

/** The policies of streams, consumers, keys and endpoints, where one is attached and was read. */
export function resourcePolicies(snapshot: Snapshot): FoundPolicy[] {
  const regions = regionsOf(snapshot);
  return [
    ...regions.flatMap(({ streams }) => listed(streams)).flatMap(streamPolicies),
    ...regions.flatMap(keyPolicies),
    ...regions.flatMap(endpointPolicies),
  ];
}

function streamPolicies({ arn, name, resourcePolicy, consumers }: Stream): FoundPolicy[] {
  return [
    ...attached("stream", { id: arn, name }, resourcePolicy),
    ...listed(consumers).flatMap((consumer) =>
      attached("consumer", { id: consumer.arn, name: consumer.name }, consumer.resourcePolicy),
    ),
  ];
}

function keyPolicies({ keys }: RegionSnapshot): FoundPolicy[] {
  return listed(keys).flatMap(({ arn, keyId, aliasNames: [name = keyId], policy }) =>
    attached("key", { id: arn, name }, policy),
  );
}

function endpointPolicies({ vpcEndpoints }: RegionSnapshot): FoundPolicy[] {
  return listed(vpcEndpoints).flatMap(({ id, policy }) => attached("endpoint", { id, name: id }, policy));
}

function attached(
  kind: FoundPolicy["kind"],
  { id, name }: { readonly id: string; readonly name: string },
  policy: Observed<string | null>,
): FoundPolicy[] {
  if (!policy.known || policy.value === null) return [];
  return [{ kind, id: policyId.resource(id), name, awsManaged: false, text: policy.value, attachedTo: [id] }];
}

function listed<T>(list: Observed<readonly T[]>): readonly T[] {
  return list.known ? list.value : [];
}
