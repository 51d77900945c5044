import type { WhoRow } from "@/components/duties/who-rows";
import type { Duty } from "@/lib/model/duty";
import { isHeld, isKeyUnread, stateOf } from "@/lib/model/duty-state";

export interface HolderCount {
  /** Principals who hold it, for sure or under a condition. */
  readonly held: number;
  /** Those of whom it could not be told. */
  readonly unknown: number;
}

/** How many of some principals hold one of some duties. */
export function countHolders(rows: readonly WhoRow[], ...wanted: readonly Duty[]): HolderCount {
  const held = rows.filter((row) => cellsOf(row, wanted).some((cell) => isHeld(cell) && !isKeyUnread(cell)));
  const open = rows.filter(
    (row) =>
      !held.includes(row) &&
      cellsOf(row, wanted).some((cell) => stateOf(cell) === "unknown" || isKeyUnread(cell)),
  );
  return { held: held.length, unknown: open.length };
}

function cellsOf({ cells }: WhoRow, wanted: readonly Duty[]) {
  return wanted.flatMap((duty) => cells.get(duty) ?? []);
}
