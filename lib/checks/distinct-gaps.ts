import type { Gap } from "@/lib/model/observed";

/** The same document may hide many things, and is missing once. */
export function distinctGaps(gaps: readonly Gap[]): Gap[] {
  const byWords = new Map(
    gaps.map((gap) => [[gap.action, gap.reason, gap.resource, gap.region, gap.message].join("\n"), gap]),
  );
  return [...byWords.values()];
}
