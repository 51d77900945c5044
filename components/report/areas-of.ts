import { areaOf, checkAreas, type CheckArea } from "@/lib/model/check";
import type { Report } from "@/lib/model/report";

/** The sections that any stream of a report is judged in, in the course's order. */
export function areasOf({ streams }: Pick<Report, "streams">): CheckArea[] {
  const present = new Set(streams.flatMap(({ verdicts }) => verdicts.map(({ checkId }) => areaOf(checkId))));
  return checkAreas.filter((area) => present.has(area));
}
