import type { AccessResource, PolicySource } from "@/lib/iam/access-index/access-input";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import { placedStreams } from "@/lib/kinesis/access/account-parts";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import { attachedPolicy, keyPolicy } from "@/lib/kinesis/access/resource-policies";
import { toSources } from "@/lib/kinesis/access/to-sources";
import type { KmsKey } from "@/lib/model/kms-key";
import { policyId } from "@/lib/model/policy-id";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

/** Stands for a channel that is yet to be made. */
export function newChannelArn({ accountId, partition }: AccessParts, region: string): string {
  return `arn:${partition}:kinesis:${region}:${accountId}:channel/weir-probe-6f1c`;
}

/** Stands for any key that a stream could be encrypted with. */
function anyKeyArn({ accountId, partition }: AccessParts, region: string): string {
  return `arn:${partition}:kms:${region}:${accountId}:key/weir-probe-6f1c`;
}

/** Everything that an action of Kinesis, or one on a stream's key, can be about. */
export function accessResources(parts: AccessParts): AccessResource[] {
  const { organization } = parts;
  const home = organization.known ? { organizationId: organization.value?.id ?? null } : {};
  return [
    { arn: "*", kind: "any", accountId: parts.accountId },
    ...parts.regions.flatMap((place) => [
      ...streamResources(place).map((resource) => Object.assign(resource, home)),
      ...channelResources(parts, place),
      {
        arn: anyKeyArn(parts, place.region),
        kind: "key",
        accountId: parts.accountId,
        region: place.region,
      },
    ]),
    ...keyResources(parts).map((key) => Object.assign(key, key.accountId === parts.accountId ? home : {})),
  ];
}

function streamResources({ streams }: RegionSnapshot): AccessResource[] {
  return streams.known ? streams.value.flatMap(streamAndConsumers) : [];
}

function streamAndConsumers(stream: Stream): AccessResource[] {
  const { tags, consumers } = stream;
  const listed = consumers.known ? consumers.value : [];
  const tagged = tags.known ? { tags: tags.value } : {};
  return [
    { ...policedResource(stream, "stream", stream), ...tagged },
    ...listed.map((consumer) => policedResource(consumer, "consumer", stream)),
  ];
}

function policedResource(
  { arn, resourcePolicy }: Pick<Stream, "arn" | "resourcePolicy">,
  kind: "stream" | "consumer",
  { accountId, region }: Stream,
): AccessResource {
  return { arn, kind, accountId, region, ...withPolicy(attachedPolicy(arn, resourcePolicy)) };
}

/**
 * A policy that could not be read is left out: it may allow anybody anything, which is a gap of the stream and not a
 * duty of each principal.
 */
function withPolicy(policy: PolicySource | undefined): Pick<AccessResource, "resourcePolicy"> {
  return policy && compilePolicy(policy.text, "resource").ok ? { resourcePolicy: policy } : {};
}

function channelResources(parts: AccessParts, { region, channels }: RegionSnapshot): AccessResource[] {
  const listed = channels.known ? channels.value.map(({ arn }) => arn) : [];
  const { accountId } = parts;
  return [...listed, newChannelArn(parts, region)].map((arn) => ({
    arn,
    kind: "channel",
    accountId,
    region,
  }));
}

/** The customer managed keys of streams: nobody needs, or can be given, permissions on those of AWS. */
function keyResources(parts: AccessParts): AccessResource[] {
  const { organizationPolicies, accountId } = parts;
  const rcps = organizationPolicies.known ? toSources(organizationPolicies.value.rcps) : [];
  const keys = new Map<string, KmsKey>();
  for (const placed of placedStreams(parts)) {
    const found = streamKey(placed);
    if (found.kind === "customer") keys.set(found.key.arn, found.key);
  }
  return Array.from(keys.values(), (key) => ({
    arn: key.arn,
    kind: "key",
    accountId: key.accountId,
    region: key.region,
    resourcePolicy: readableOr(keyPolicy(key), delegatesToAccount(key, parts)),
    rcps: key.accountId === accountId ? rcps : [],
  }));
}

function readableOr(policy: PolicySource, otherwise: PolicySource): PolicySource {
  return compilePolicy(policy.text, "resource").ok ? policy : otherwise;
}

/**
 * What a key policy that could not be read is taken to say at least: that the account's own policies count, as in every
 * key made by the console. What rests on it is `unknown`.
 */
function delegatesToAccount({ arn }: KmsKey, { accountId, partition }: AccessParts): PolicySource {
  const Principal = { AWS: `arn:${partition}:iam::${accountId}:root` };
  const Statement = { Effect: "Allow", Principal, Action: "kms:*", Resource: "*" };
  return { policy: policyId.resource(arn), text: JSON.stringify({ Version: "2012-10-17", Statement }) };
}
