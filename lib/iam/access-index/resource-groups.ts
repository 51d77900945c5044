import { fingerprint } from "@/lib/iam/access-index/known-facts";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import { followsFromResource } from "@/lib/iam/access-index/party-facts";
import { setOf } from "@/lib/iam/access-index/resource-set";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import type { ContextKey } from "@/lib/iam/conditions/context";

/** Resources that a policy cannot tell apart by the condition keys that it uses. */
export interface ResourceGroup {
  /** Of one of them, which is as good as any. */
  readonly facts: KnownFacts;
  readonly set: SetPair;
}

/** Groups the resources by what is known of the keys that follow from the resource; each choice of keys once. */
export function groupResources(
  factsByPlace: readonly KnownFacts[],
  algebra: SetAlgebra,
): (keys: readonly ContextKey[]) => readonly ResourceGroup[] {
  const known = new Map<string, readonly ResourceGroup[]>();
  return (keys) => {
    const telling = keys.filter(({ name }) => followsFromResource(name));
    const id = JSON.stringify(telling.map(({ name }) => name));
    const groups = known.get(id) ?? group(factsByPlace, telling, algebra);
    known.set(id, groups);
    return groups;
  };
}

function group(
  factsByPlace: readonly KnownFacts[],
  keys: readonly ContextKey[],
  algebra: SetAlgebra,
): ResourceGroup[] {
  const groups = new Map<string, { facts: KnownFacts; places: number[] }>();
  for (const [place, facts] of factsByPlace.entries()) {
    const id = keys.length === 0 ? "" : fingerprint(facts, keys);
    const found = groups.get(id);
    if (found) found.places.push(place);
    else groups.set(id, { facts, places: [place] });
  }
  return Array.from(groups.values(), ({ facts, places }) => {
    const set = setOf(places);
    return { facts, set: algebra.pair(set, set) };
  });
}
