import { groupBy } from "@/lib/model/group-by";
import type { Gap } from "@/lib/model/observed";

const namedAtMost = 10;

/**
 * The same document may hide many things, and is missing once. Where very many are missing for one reason, the first are
 * named and the others counted: each stream would list them all again.
 */
export function distinctGaps(gaps: readonly Gap[]): Gap[] {
  const byWords = new Map(
    gaps.map((gap) => [[gap.action, gap.reason, gap.resource, gap.region, gap.message].join("\n"), gap]),
  );
  const groups = groupBy(byWords.values(), ({ action, reason, region }) =>
    [action, reason, region].join("\n"),
  );
  return [...groups.values()].flatMap(named);
}

function named(group: readonly Gap[]): Gap[] {
  const [first] = group;
  const more = group.length - namedAtMost;
  if (!first || more <= 0) return [...group];
  const { action, reason, region } = first;
  const message = `${more} more could not be read for the same reason; the scan's list of gaps names every one.`;
  return [
    ...group.slice(0, namedAtMost),
    { action, reason, message, ...(region !== undefined && { region }) },
  ];
}
