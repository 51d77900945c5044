import { resolveKeyOf } from "@/lib/kinesis/key-subject";
import { readsOf } from "@/lib/model/observed";
import type { KmsKey } from "@/lib/model/kms-key";
import type { Gap, Read } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

/** What is known of the key that a stream is encrypted with. */
export type KeyOfStream = { readonly reads: readonly Read[] } & (
  | { readonly kind: "not-encrypted" }
  /** `alias/aws/…`, reserved to AWS: the name settles who manages the key. */
  | { readonly kind: "aws-managed"; readonly aliasName: string; readonly arn?: string }
  | { readonly kind: "listed"; readonly key: KmsKey }
  | { readonly kind: "unreadable"; readonly gap: Gap }
);

/** A key that can be judged. */
export type UsableKey = Extract<KeyOfStream, { kind: "aws-managed" | "listed" }>;

type KeyParts = Pick<RegionParts, "aliases" | "keys">;

export function keyOfStream(stream: Stream, parts: KeyParts): KeyOfStream {
  const { encryption } = stream;
  if (!encryption.known) return { kind: "unreadable", gap: encryption.gap, reads: [] };
  if (encryption.value.type === "none") return { kind: "not-encrypted", reads: [encryption.read] };

  const resolved = resolveKeyOf(stream, encryption.value.keyReference, parts);
  if (resolved.kind === "unresolved") return { kind: "unreadable", gap: resolved.gap, reads: [] };
  if (resolved.kind === "key") return listedKey(resolved.arn, stream, parts);
  return { ...resolved, kind: "aws-managed", reads: readsOf(encryption, parts.aliases) };
}

function listedKey(arn: string, { encryption, region }: Stream, { aliases, keys }: KeyParts): KeyOfStream {
  const reads = readsOf(encryption, aliases, keys);
  if (!keys.known) return { kind: "unreadable", gap: keys.gap, reads };
  const key = keys.value.find((each) => each.arn === arn);
  if (key) return { kind: "listed", key, reads };
  const message = `The key ${arn} was not asked for.`;
  const gap = { action: "kms:DescribeKey", reason: "not-collected", message, resource: arn, region } as const;
  return { kind: "unreadable", gap, reads };
}

/** How people call the key: by its alias where it has one. */
export function keyNameOf(key: UsableKey): string {
  if (key.kind === "aws-managed") return key.aliasName;
  const [aliasName] = key.key.aliasNames;
  return aliasName ?? `key ${key.key.keyId}`;
}

/** Who manages the key, or why that is not known. A key that KMS does not have any more says nothing. */
export function managerOf(key: UsableKey): "aws" | "customer" | Gap {
  if (key.kind === "aws-managed") return "aws";
  const { metadata, arn: resource, region } = key.key;
  if (!metadata.known) return metadata.gap;
  if (!metadata.value) {
    const message = `KMS says that there is no key ${resource}, so that nobody can tell who managed it.`;
    return { action: "kms:DescribeKey", reason: "empty", message, resource, region };
  }
  return metadata.value.manager.known ? metadata.value.manager.value : metadata.value.manager.gap;
}
