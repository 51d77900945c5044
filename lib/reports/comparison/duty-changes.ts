import type { DutyChange, DutyRowChange } from "@/lib/model/comparison";
import type { DutyCell } from "@/lib/model/duty";
import { groupBy } from "@/lib/model/group-by";
import type { ReportStream } from "@/lib/model/report";

/** Who can do something on a stream no longer, and who can now. */
export function dutyChanges(before: ReportStream, after: ReportStream): DutyChange[] {
  return changed("lost", before, after).concat(changed("gained", after, before));
}

/** The cells of one that the other does not have. */
function changed(change: DutyChange["change"], one: ReportStream, other: ReportStream): DutyChange[] {
  const has = new Set(other.duties.map(idOf));
  return one.duties
    .filter((cell) => !has.has(idOf(cell)))
    .map(({ principal, duty }) => ({ change, streamArn: one.arn, name: one.name, principal, duty }));
}

function idOf({ principal, duty }: DutyCell): string {
  return `${principal} ${duty}`;
}

/** The rows of a stream's duty matrix that differ, whole, as they were and as they are. */
export function dutyRows(before: ReportStream, after: ReportStream): DutyRowChange[] {
  const [was, is] = [before, after].map(({ duties }) => groupBy(duties, ({ principal }) => principal));
  const principals = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...principals].toSorted().flatMap((principal) => {
    const [old, now] = [was, is].map((rows) => cellsOf(rows?.get(principal) ?? []));
    if (!old || !now || JSON.stringify(old) === JSON.stringify(now)) return [];
    return { streamArn: after.arn, name: after.name, principal, before: old, after: now };
  });
}

function cellsOf(cells: readonly DutyCell[]): DutyRowChange["before"] {
  return cells.map(({ duty, access, key }) => ({ duty, access, key }));
}
