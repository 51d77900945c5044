import type { PlacedStream } from "@/lib/kinesis/access/account-parts";
import { keyOfStream } from "@/lib/kinesis/key-of-stream";
import type { KmsKey } from "@/lib/model/kms-key";

/** What the key of a stream asks of those who write and read. */
export type StreamKey =
  /** Not encrypted: nothing. */
  | { readonly kind: "none" }
  /** Nothing of the stream's own account, and nobody else can use it. */
  | { readonly kind: "aws-managed" }
  /** Permissions on the key. */
  | { readonly kind: "customer"; readonly key: KmsKey }
  | { readonly kind: "unknown" };

export function streamKey({ stream, place }: PlacedStream): StreamKey {
  const found = keyOfStream(stream, place);
  if (found.kind === "not-encrypted") return { kind: "none" };
  if (found.kind === "aws-managed") return found;
  if (found.kind === "unreadable") return { kind: "unknown" };
  const { key } = found;
  // A key whose manager is not known may be a customer's.
  if (!key.metadata.known || !key.metadata.value) return { kind: "customer", key };
  const { manager } = key.metadata.value;
  return manager.known && manager.value === "aws" ? { kind: "aws-managed" } : { kind: "customer", key };
}
