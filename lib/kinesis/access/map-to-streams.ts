import { placesOf } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { placesSet } from "@/lib/kinesis/access/places-set";

export type MapToStreams = (pair: SetPair) => SetPair;

/** The streams to which the consumers, channels or keys of a set belong. */
export function mapToStreams({ streamsOf }: DutyIndex, algebra: SetAlgebra): MapToStreams {
  const known = new Map<ResourceSet, ResourceSet>();
  const mapSet = (set: ResourceSet): ResourceSet => {
    const found = known.get(set);
    if (found) return found;
    const places = new Set<number>();
    // Few sets are as long as the list of all keys and consumers.
    for (const place of placesOf(set)) for (const stream of streamsOf.get(place) ?? []) places.add(stream);
    const mapped = placesSet([...places]).may;
    known.set(set, mapped);
    return mapped;
  };
  return (pair) => (pair === nothing ? nothing : algebra.pair(mapSet(pair.must), mapSet(pair.may)));
}
