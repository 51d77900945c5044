import { countPlaces, hasPlace, placesOf } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import type { StreamSet } from "@/lib/model/stream-access";

export interface PlacedStreams extends StreamSet {
  readonly places: ResourceSet;
}

/** Shows places of the index as streams. */
export function streamSetOf({ index, placeOf }: DutyIndex, places: ResourceSet): PlacedStreams {
  return {
    places,
    size: countPlaces(places),
    has: (streamArn) => hasPlace(places, placeOf(streamArn)),
    *[Symbol.iterator]() {
      for (const place of placesOf(places)) {
        const resource = index.resources[place];
        if (resource) yield resource.arn;
      }
    },
  };
}
