import type { AccessIndex } from "@/lib/iam/access-index/access-index";

/** Looks up where an index keeps a resource; -1 where it does not. */
export function placesByArn({ resources }: AccessIndex): (arn: string) => number {
  const places = new Map(resources.map(({ arn }, place) => [arn, place]));
  return (arn) => places.get(arn) ?? -1;
}
