import { formatArn, parseArn } from "@/lib/model/arn";
import { resolveKeyReference } from "@/lib/model/key-reference";
import type { ResolvedKey } from "@/lib/model/key-reference";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Subject } from "@/lib/model/verdict";

/**
 * The subject under which a check of key scope judges the key of a stream:
 * - the ARN of the key,
 * - for a predefined `alias/aws/…` without a key behind it, the alias's ARN,
 * - for a reference that cannot be resolved, the reference as the stream gives it,
 * - for a stream whose encryption is not known, the stream's ARN (the verdict is `unknown`).
 *
 * Undefined: the stream is not encrypted, so that no key is judged; what is shown on the stream is
 * `not-applicable`, "The stream is not encrypted." (`verdictsOnStreams` does that).
 */
export function keySubjectOf(stream: Stream, region: Pick<RegionParts, "aliases">): Subject | undefined {
  const { accountId, region: regionName, encryption } = stream;
  const subject = { scope: "key", accountId, region: regionName } as const;
  if (!encryption.known) return { ...subject, id: stream.arn };
  if (encryption.value.type === "none") return undefined;
  const { keyReference } = encryption.value;
  return { ...subject, id: keyId(keyReference, resolveKeyOf(stream, keyReference, region), stream) };
}

/** What the reference of a stream stands for, read in the stream's own account and Region. */
export function resolveKeyOf(
  stream: Pick<Stream, "arn" | "region" | "accountId">,
  keyReference: string,
  { aliases }: Pick<RegionParts, "aliases">,
): ResolvedKey {
  const { region, accountId } = stream;
  return resolveKeyReference(keyReference, { partition: partitionOf(stream), region, accountId, aliases });
}

function keyId(reference: string, key: ResolvedKey, stream: Stream): string {
  if (key.kind === "unresolved") return reference;
  if (key.arn !== undefined) return key.arn;
  const { region, accountId } = stream;
  return parseArn(reference)
    ? reference
    : formatArn({ partition: partitionOf(stream), service: "kms", region, accountId, resource: reference });
}

function partitionOf({ arn }: Pick<Stream, "arn">): string {
  return parseArn(arn)?.partition ?? "aws";
}
