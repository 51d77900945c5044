import { whoOf, type WhoRow } from "@/components/duties/who-rows";
import type { Report, ReportStream } from "@/lib/model/report";
import type { Duty } from "@/lib/model/duty";
import { isHeld, isKeyUnread, stateOf } from "@/lib/model/duty-state";

export interface HolderCount {
  /** Principals who hold it, administrators aside. */
  readonly held: number;
  /** Those of whom it could not be told. */
  readonly unknown: number;
}

type Held = Pick<ReportStream, "duties" | "accountId" | "region">;

/** How many principals hold one of some duties on a stream, administrators aside. */
export function countHolders(
  stream: Held,
  administrators: Report["administrators"],
  ...wanted: readonly Duty[]
): HolderCount {
  const { ordinary, unread } = whoOf(stream, administrators);
  const rows = [...ordinary, ...unread];
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
