import { emptySet, setOf } from "@/lib/iam/access-index/resource-set";
import { nothing, settled } from "@/lib/iam/access-index/set-pair";
import type { SetPair } from "@/lib/iam/access-index/set-pair";

/** A set of places that is known to hold these, in whatever order they come. */
export function placesSet(places: readonly number[]): SetPair {
  const set = setOf(places.toSorted((one, other) => one - other));
  return set === emptySet ? nothing : settled(set);
}
