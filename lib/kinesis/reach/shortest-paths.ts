import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";

/** A user or role, with the places of the roles that it may assume. */
export interface Walker {
  readonly arn: string;
  /** Its own place where it is a role. */
  readonly place?: number;
  readonly assumable: ResourceSet;
}

/** For each that reaches a role the first role on its shortest path there, the nearest first. */
export type StepsTo = (target: number) => ReadonlyMap<Walker, number>;

/** Goes backwards from a role, so that all the shortest paths to it are found at once. */
export function shortestPaths(walkers: readonly Walker[]): StepsTo {
  const assumersOf = new Map<number, Walker[]>();
  const into = (place: number): readonly Walker[] => {
    const found = assumersOf.get(place) ?? walkers.filter(({ assumable }) => hasPlace(assumable, place));
    assumersOf.set(place, found);
    return found;
  };
  return (target) => {
    const steps = new Map<Walker, number>();
    const ahead = [target];
    for (const place of ahead)
      for (const walker of into(place)) {
        if (steps.has(walker) || walker.place === target) continue;
        steps.set(walker, place);
        if (walker.place !== undefined) ahead.push(walker.place);
      }
    return steps;
  };
}

/** The roles on the way, the last of which is the target. */
export function pathAlong(
  steps: ReadonlyMap<Walker, number>,
  from: Walker,
  walkerAt: (place: number) => Walker | undefined,
): number[] {
  const path: number[] = [];
  for (let walker: Walker | undefined = from; walker;) {
    const next = steps.get(walker);
    if (next === undefined) break;
    path.push(next);
    walker = walkerAt(next);
  }
  return path;
}
