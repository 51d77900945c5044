import type { PlacedStream } from "@/lib/kinesis/access/account-parts";
import { keyOfStream } from "@/lib/kinesis/key-of-stream";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { KmsKey } from "@/lib/model/kms-key";
import type { Gap } from "@/lib/model/observed";
import type { RegionSnapshot } from "@/lib/model/snapshot";

/** What the key of a stream asks of those who write and read. */
export type StreamKey =
  /** Not encrypted: nothing. */
  | { readonly kind: "none" }
  /** Nothing of the stream's own account, and nobody else can use it. */
  | { readonly kind: "aws-managed" }
  /** Permissions on the key. */
  | {
      readonly kind: "customer";
      readonly key: KmsKey;
      /** Whether its policy could be read, so that what it says is known. */
      readonly isPolicyRead: boolean;
    }
  | { readonly kind: "unknown"; readonly gap: Gap };

const known = new WeakMap<RegionSnapshot, Map<string, StreamKey>>();

/** Found once for each stream of a Region's snapshot: every cell of the matrix asks. */
export function streamKey({ stream, place }: PlacedStream): StreamKey {
  const inRegion = known.get(place) ?? new Map<string, StreamKey>();
  known.set(place, inRegion);
  const found = inRegion.get(stream.arn) ?? findKey({ stream, place });
  inRegion.set(stream.arn, found);
  return found;
}

function findKey({ stream, place }: PlacedStream): StreamKey {
  const found = keyOfStream(stream, place);
  if (found.kind === "not-encrypted") return { kind: "none" };
  if (found.kind === "aws-managed") return found;
  if (found.kind === "unreadable") return { kind: "unknown", gap: found.gap };
  const { key } = found;
  // A key whose manager is not known may be a customer's.
  if (!key.metadata.known || !key.metadata.value) return customerKey(key);
  const { manager } = key.metadata.value;
  return manager.known && manager.value === "aws" ? { kind: "aws-managed" } : customerKey(key);
}

function customerKey(key: KmsKey): StreamKey {
  return {
    kind: "customer",
    key,
    isPolicyRead: key.policy.known && compilePolicy(key.policy.value, "resource").ok,
  };
}
