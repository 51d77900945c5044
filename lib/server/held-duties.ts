import "server-only";
import type { DutyCell } from "@/lib/model/duty";
import type { Report, ReportStream } from "@/lib/model/report";
import { rememberBy } from "@/lib/server/report-index";

/** A cell with the stream that it is on. */
export interface HeldOn {
  readonly stream: ReportStream;
  readonly cell: DutyCell;
}

function groupCells(report: Report, namesOf: (cell: DutyCell) => Iterable<string>): Map<string, HeldOn[]> {
  const byName = new Map<string, HeldOn[]>();
  for (const stream of report.streams)
    for (const cell of stream.duties)
      for (const name of namesOf(cell)) {
        const held = byName.get(name);
        if (held) held.push({ stream, cell });
        else byName.set(name, [{ stream, cell }]);
      }
  return byName;
}

/** The cells of each principal, over all streams. */
export const heldByPrincipal = rememberBy((report: Report): ReadonlyMap<string, readonly HeldOn[]> =>
  groupCells(report, ({ principal }) => [principal]),
);

/** The cells that rest on each policy document, each once. */
export const heldByPolicy = rememberBy((report: Report): ReadonlyMap<string, readonly HeldOn[]> =>
  groupCells(report, ({ via }) => new Set(via.map(({ policy }) => policy))),
);
