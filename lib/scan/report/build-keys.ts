import type { KmsKey } from "@/lib/model/kms-key";
import { mapObserved } from "@/lib/model/observed";
import type { ReportKey } from "@/lib/model/report";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import { regionsOf } from "@/lib/scan/report/regions-of";
import { keyArnOf } from "@/lib/scan/report/stream-facts";

/** The keys that streams are encrypted with, by ARN; a policy's text stands among the report's policies. */
export function buildKeys(snapshot: Snapshot): ReportKey[] {
  return regionsOf(snapshot)
    .flatMap(keysOf)
    .toSorted((one, other) => (one.arn < other.arn ? -1 : 1));
}

function keysOf(region: RegionSnapshot): ReportKey[] {
  if (!region.keys.known) return [];
  const streamArns = streamsByKey(region);
  return region.keys.value.map((key) => toReportKey(key, streamArns.get(key.arn)));
}

function toReportKey({ policy, grants: _grants, ...key }: KmsKey, streamArns: string[] = []): ReportKey {
  return { ...key, policy: mapObserved(policy, () => true as const), streamArns };
}

function streamsByKey(region: RegionSnapshot): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const stream of region.streams.known ? region.streams.value : []) {
    const keyArn = keyArnOf(stream, region);
    if (keyArn === undefined) continue;
    const streamArns = byKey.get(keyArn) ?? [];
    streamArns.push(stream.arn);
    byKey.set(keyArn, streamArns);
  }
  return byKey;
}
