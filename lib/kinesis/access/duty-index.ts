import type { AccessIndex } from "@/lib/iam/access-index/access-index";
import type { AccessPrincipal } from "@/lib/iam/access-index/access-input";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { placedStreams } from "@/lib/kinesis/access/account-parts";
import type { AccessParts, PlacedStream } from "@/lib/kinesis/access/account-parts";
import { accessResources } from "@/lib/kinesis/access/access-resources";
import { indexedActions } from "@/lib/kinesis/access/duty-actions";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import { statementsByPolicy } from "@/lib/kinesis/access/statements-by-policy";
import type { StatementOf } from "@/lib/kinesis/access/statements-by-policy";
import { toSources } from "@/lib/kinesis/access/to-sources";

/** The account-wide index, and how its places hang together. */
export interface DutyIndex {
  readonly index: AccessIndex;
  readonly parts: AccessParts;
  readonly streams: ReadonlyMap<string, PlacedStream>;
  /** Those that have a policy of their own, or a consumer that has one. */
  readonly sharedStreams: readonly PlacedStream[];
  /** Of an ARN; -1, which is in no set, for one that is not in the index. */
  readonly placeOf: (arn: string) => number;
  /** The places of the streams that a consumer, channel or customer managed key belongs to. */
  readonly streamsOf: ReadonlyMap<number, readonly number[]>;
  /** The statements of a party's own policies behind an action, found once. */
  readonly grantsOf: AccessIndex["grants"];
  readonly statementOf: StatementOf;
}

export function buildDutyIndex(
  parts: AccessParts,
  parties: readonly PolicedParty[],
  context: Readonly<Record<string, readonly string[]>> = {},
): DutyIndex {
  const principals = parties.map((each) => toPrincipal(each, parts));
  const index = buildAccessIndex({
    principals,
    resources: accessResources(parts),
    actions: indexedActions,
    context,
  });
  const sources = [
    ...parties.flatMap(({ policies }) => policies),
    ...index.resources.flatMap(({ resourcePolicy }) => resourcePolicy ?? []),
  ];
  const places = new Map(index.resources.map(({ arn }, place) => [arn, place]));
  const placeOf = (arn: string) => places.get(arn) ?? -1;
  const placed = placedStreams(parts);
  const streams = new Map(placed.map((each) => [each.stream.arn, each]));
  return {
    index,
    parts,
    streams,
    sharedStreams: placed.filter(isShared),
    placeOf,
    streamsOf: streamsByPlace(parts, placed, placeOf),
    grantsOf: remembered(index),
    statementOf: statementsByPolicy(sources),
  };
}

function isShared({ stream: { resourcePolicy, consumers } }: PlacedStream): boolean {
  const policies = [
    resourcePolicy,
    ...(consumers.known ? consumers.value : []).map((each) => each.resourcePolicy),
  ];
  return policies.some((policy) => policy.known && policy.value !== null);
}

function remembered({ grants }: AccessIndex): AccessIndex["grants"] {
  const known = new Map<string, ReturnType<AccessIndex["grants"]>>();
  return (principalArn, action) => {
    const id = `${action} ${principalArn}`;
    const found = known.get(id) ?? grants(principalArn, action);
    known.set(id, found);
    return found;
  };
}

export function toPrincipal(policed: PolicedParty, parts: AccessParts): AccessPrincipal {
  const { party, policies, boundary, tags, userId } = policed;
  const { organization, organizationPolicies } = parts;
  const { arn, accountId, isForeign } = party;
  const own = organization.known && !isForeign ? organization.value : undefined;
  return {
    arn,
    accountId,
    policies,
    // Unread, they are taken as absent: they only take away, and whoever reads a finding is told.
    scps: organizationPolicies.known && !isForeign ? toSources(organizationPolicies.value.scps) : [],
    ...(boundary && { boundary }),
    ...(tags && { tags }),
    ...(userId !== undefined && { userId }),
    ...(own !== undefined && { organizationId: own?.id ?? null }),
    ...(own && { managementAccountId: own.managementAccountId }),
  };
}

function streamsByPlace(
  { regions }: AccessParts,
  placed: readonly PlacedStream[],
  placeOf: DutyIndex["placeOf"],
): Map<number, number[]> {
  const byPlace = new Map<number, number[]>();
  const add = (arn: string, streamArn: string) => {
    const [place, streamPlace] = [placeOf(arn), placeOf(streamArn)];
    // A channel may carry a stream that is not listed.
    if (streamPlace < 0) return;
    const streams = byPlace.get(place);
    if (streams) streams.push(streamPlace);
    else byPlace.set(place, [streamPlace]);
  };
  for (const each of placed) {
    const { arn, consumers } = each.stream;
    for (const consumer of consumers.known ? consumers.value : []) add(consumer.arn, arn);
    const key = streamKey(each);
    if (key.kind === "customer") add(key.key.arn, arn);
  }
  for (const { channels } of regions)
    for (const channel of channels.known ? channels.value : [])
      for (const streamArn of channel.streamArns) add(channel.arn, streamArn);
  return byPlace;
}
