import { emptySet, placesOf, setOf, uniteAll } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { strongComponents } from "@/lib/kinesis/reach/strong-components";

/**
 * The roles that can be become from some roles, those themselves included, whatever number of steps it takes. Roles
 * that can become each other reach the same, so that each such circle is looked at once.
 *
 * @param assumable for each role, by its place, those that it may assume
 */
export function roleClosure(
  assumable: ReadonlyMap<number, ResourceSet>,
): (direct: ResourceSet) => ResourceSet {
  const places = [...assumable.keys()];
  const numberOf = new Map(places.map((place, number) => [place, number]));
  const graph = places.map((place) =>
    [...placesOf(assumable.get(place) ?? emptySet)].flatMap((next) => numberOf.get(next) ?? []),
  );
  const reached: ResourceSet[] = [];
  for (const component of strongComponents(graph)) {
    const members = component.map((number) => places[number] ?? 0);
    const beyond = component.flatMap((number) => graph[number] ?? []).flatMap((next) => reached[next] ?? []);
    const all = uniteAll([setOf(members.toSorted((one, other) => one - other)), ...new Set(beyond)]);
    for (const number of component) reached[number] = all;
  }
  const known = new Map<ResourceSet, ResourceSet>();
  return (direct) => {
    const found =
      known.get(direct) ??
      uniteAll([...placesOf(direct)].flatMap((place) => reached[numberOf.get(place) ?? -1] ?? []));
    known.set(direct, found);
    return found;
  };
}
