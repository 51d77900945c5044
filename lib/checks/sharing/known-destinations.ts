import { parseArn } from "@/lib/model/arn";
import type { CheckPlace } from "@/lib/model/check";
import type { Channel } from "@/lib/model/channel";
import type { DeliveryDestination, DeliveryStream } from "@/lib/model/delivery-stream";
import type { Gap, Observed } from "@/lib/model/observed";
import { gapsOf } from "@/lib/model/observed";
import type { Pipe } from "@/lib/model/pipe";
import { standingOf } from "@/lib/checks/known-accounts";
import type { OrganizationParts } from "@/lib/checks/known-accounts";

/** Where something delivers records: an account, a bucket that does not say whose it is, or a host. */
export type Place =
  | { readonly kind: "account"; readonly accountId: string; readonly name: string }
  | { readonly kind: "nameless"; readonly name: string }
  | { readonly kind: "host"; readonly name: string };

/** What carries records of a stream elsewhere, and where to. */
export interface Carrier {
  readonly id: string;
  /** In the middle of a sentence: `channel lake`. */
  readonly name: string;
  /** The call that would tell more of it. */
  readonly action: string;
  readonly places: readonly Place[];
  readonly gaps: readonly Gap[];
}

/** Why a place is not known; undefined: it is. */
export type PlaceFault = { readonly stranger: string } | { readonly gap: Gap } | undefined;

export function judgePlace(
  place: Place,
  carrier: Carrier,
  parts: OrganizationParts & CheckPlace<"knownDestinations">,
): PlaceFault {
  const { knownDestinations } = parts.settings;
  if (knownDestinations.includes(bare(place.name))) return undefined;
  if (place.kind === "account") {
    const standing = standingOf(place.accountId, parts);
    if (standing === "known") return undefined;
    if (standing === "outside")
      return { stranger: `${place.name} of account ${place.accountId}, which is not known` };
    return standing;
  }
  if (place.kind === "host" && !isOfAws(place.name))
    return { stranger: `${place.name}, outside AWS, which is not declared` };
  const message = `${place.name} does not say which account it belongs to; declare it as a known destination in the settings if it is yours.`;
  return { gap: { action: carrier.action, reason: "not-collected", message, resource: carrier.id } };
}

/** The bucket's own name, or the host. */
function bare(name: string): string {
  return name.replace(/^arn:[^:]*:s3:::/, "").toLowerCase();
}

function isOfAws(host: string): boolean {
  return /(^|\.)(amazonaws\.com(\.cn)?|on\.aws)$/.test(host);
}

export function channelCarrier(channel: Channel): Carrier {
  const { expectedBucketOwner, tableBucketArns, deadLetterBucket, bucketArn } = channel;
  const owner = valueOf(expectedBucketOwner);
  const dead = valueOf(deadLetterBucket);
  return {
    id: channel.arn,
    name: `channel ${channel.name}`,
    action: "kinesis:DescribeChannel",
    places: [
      ...(owner ? [{ kind: "account", accountId: owner, name: bucketArn ?? "the bucket" } as const] : []),
      ...(valueOf(tableBucketArns) ?? []).map(placeOfArn),
      ...(dead ? [{ kind: "account", accountId: dead.expectedOwner, name: dead.arn } as const] : []),
    ],
    gaps: gapsOf(expectedBucketOwner, tableBucketArns, deadLetterBucket),
  };
}

export function deliveryCarrier({ arn, name, destinations }: DeliveryStream): Carrier {
  return {
    id: arn,
    name: `delivery stream ${name}`,
    action: "firehose:DescribeDeliveryStream",
    places: (valueOf(destinations) ?? []).flatMap(placesOf),
    gaps: gapsOf(destinations),
  };
}

function placesOf({ arns, hosts }: DeliveryDestination): Place[] {
  return [...arns.map(placeOfArn), ...hosts.map((name): Place => ({ kind: "host", name }))];
}

export function pipeCarrier({ arn, name, targetArn, enrichmentArn }: Pipe): Carrier {
  const enrichment = valueOf(enrichmentArn);
  return {
    id: arn,
    name: `pipe ${name}`,
    action: "pipes:DescribePipe",
    places: [targetArn, ...(enrichment ? [enrichment] : [])].map(placeOfArn),
    gaps: gapsOf(enrichmentArn),
  };
}

/** An API destination is the account's own, and posts to a host that its ARN does not tell. */
function placeOfArn(arn: string): Place {
  const { accountId, resource = "" } = parseArn(arn) ?? {};
  if (!accountId || resource.startsWith("api-destination/")) return { kind: "nameless", name: arn };
  return { kind: "account", accountId, name: arn };
}

function valueOf<T>(observed: Observed<T>): T | undefined {
  return observed.known ? observed.value : undefined;
}
