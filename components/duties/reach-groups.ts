import { duties, type DutyCell, type GrantPointer } from "@/lib/model/duty";
import { isHeld } from "@/lib/model/duty-state";
import { policyId } from "@/lib/model/policy-id";
import type { ReportStream } from "@/lib/model/report";

type ReachedStream = Pick<ReportStream, "arn" | "name" | "accountId" | "region"> & {
  readonly facts: Pick<ReportStream["facts"], "keyArn">;
};

/** Streams that a principal reaches in the same way, so that a wildcard is told once and not ten thousand times. */
export interface ReachGroup {
  /** In the order of the duties; those of the first stream stand for all. */
  readonly cells: readonly DutyCell[];
  readonly streams: readonly ReachedStream[];
}

interface ReachedBy {
  readonly stream: ReachedStream;
  readonly cell: DutyCell;
}

/** Groups what a principal holds: who can do more comes first, then what reaches more streams. */
export function reachGroups(held: readonly ReachedBy[]): ReachGroup[] {
  const byStream = new Map<ReachedStream, DutyCell[]>();
  for (const { stream, cell } of held) {
    const own = byStream.get(stream);
    if (own) own.push(cell);
    else byStream.set(stream, [cell]);
  }
  const groups = new Map<string, { cells: DutyCell[]; streams: ReachedStream[] }>();
  for (const [stream, own] of byStream) {
    const cells = own.toSorted((a, b) => duties.indexOf(a.duty) - duties.indexOf(b.duty));
    const id = JSON.stringify(cells.map((cell) => signature(cell, stream)));
    const group = groups.get(id);
    if (group) group.streams.push(stream);
    else groups.set(id, { cells, streams: [stream] });
  }
  return [...groups.values()].toSorted(
    (a, b) =>
      b.cells.filter(isHeld).length - a.cells.filter(isHeld).length || b.streams.length - a.streams.length,
  );
}

function signature({ duty, access, key, conditions = [], via }: DutyCell, stream: ReachedStream) {
  return [duty, access, key, conditions, via.map((pointer) => placeOf(pointer, stream))];
}

/** Each stream's own policy, and each key's, is another document and the same way. */
function placeOf({ policy, index = -1 }: GrantPointer, { arn, facts }: ReachedStream): string {
  if (policy === policyId.resource(arn)) return `stream ${index}`;
  if (facts.keyArn !== undefined && policy === policyId.resource(facts.keyArn)) return `key ${index}`;
  return `${policy} ${index}`;
}
