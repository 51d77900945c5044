import { resolveKeyOf } from "@/lib/kinesis/key-subject";
import { mapObserved } from "@/lib/model/observed";
import type { StreamFacts } from "@/lib/model/report";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

export function factsOf(stream: Stream, place: RegionSnapshot): StreamFacts {
  const keyArn = keyArnOf(stream, place);
  return {
    status: stream.status,
    mode: stream.mode,
    retentionHours: stream.retentionHours,
    createdAt: stream.createdAt,
    encryption: stream.encryption,
    ...(keyArn !== undefined && { keyArn }),
    shards: stream.openShardCount,
    channels: stream.channelCount,
    consumers: stream.consumers,
    tags: stream.tags,
    resourcePolicy: mapObserved(stream.resourcePolicy, (text) => text !== null),
  };
}

/** The key behind a stream's encryption, where there is one and its reference could be resolved. */
export function keyArnOf(stream: Stream, place: RegionSnapshot): string | undefined {
  const { encryption } = stream;
  if (!encryption.known || encryption.value.type === "none") return undefined;
  const key = resolveKeyOf(stream, encryption.value.keyReference, place);
  return key.kind === "unresolved" ? undefined : key.arn;
}
