import {
  foreignTools,
  type ComparedRow,
  type Reconciliation,
  type RowBucket,
  type UnmatchedRow,
  type UnreadableRow,
} from "@/lib/model/reconciliation";
import type { Report, ReportStream } from "@/lib/model/report";
import { compareRow, matchRow } from "@/lib/reports/reconcile/compare-row";
import { counterparts } from "@/lib/reports/reconcile/counterparts";
import type { FileRow } from "@/lib/reports/reconcile/file-row";
import { silentChecks, unaskedChecks } from "@/lib/reports/reconcile/only-here";

interface Sorted {
  readonly agree: ComparedRow[];
  readonly disagree: ComparedRow[];
  readonly undecided: ComparedRow[];
  readonly onlyThere: UnmatchedRow[];
  readonly unreadable: UnreadableRow[];
  readonly aside: Map<string, number>;
}

/** Holds the rows of another tool's file to a whole report: every row ends up in exactly one place. */
export function reconcile(report: Report, rows: readonly FileRow[]): Reconciliation {
  const streams = new Map(report.streams.map((stream) => [stream.arn, stream]));
  const sorted: Sorted = {
    agree: [],
    disagree: [],
    undecided: [],
    onlyThere: [],
    unreadable: [],
    aside: new Map(),
  };
  for (const row of rows) sortIn(sorted, row, (arn) => streams.get(arn), report);

  const tools = foreignTools.filter((tool) => rows.some((row) => toolOf(row) === tool));
  const { id, accountId, startedAt, finishedAt, source, endpoint, regions, set } = report.scan;
  return {
    schemaVersion: 1,
    scan: {
      id,
      accountId,
      startedAt,
      finishedAt,
      source,
      ...(endpoint !== undefined && { endpoint }),
      regions,
      set,
    },
    tools,
    rows: rows.length,
    counts: countsOf(sorted),
    ...sorted,
    aside: [...sorted.aside].map(([what, count]) => ({ what, rows: count })),
    onlyHere: {
      silent: silentChecks(
        report,
        rows,
        counterparts.filter(({ tool }) => tools.includes(tool)),
      ),
      unasked: unaskedChecks(report),
    },
  };
}

function sortIn(
  sorted: Sorted,
  row: FileRow,
  streamOf: (arn: string) => ReportStream | undefined,
  report: Report,
): void {
  const place = { row: row.row, line: row.line };
  if (row.kind === "unreadable") sorted.unreadable.push({ ...place, problem: row.problem });
  else if (row.kind === "aside") sorted.aside.set(row.what, (sorted.aside.get(row.what) ?? 0) + 1);
  else {
    const { theirs } = row;
    const found = matchRow(theirs, streamOf(theirs.streamArn), report);
    if ("because" in found) sorted.onlyThere.push({ ...place, theirs, because: found.because });
    else {
      const [bucket, compared] = compareRow({ ...place, theirs }, found);
      sorted[bucket].push(compared);
    }
  }
}

function toolOf(row: FileRow) {
  if (row.kind === "finding") return row.theirs.tool;
  return row.kind === "aside" ? row.tool : undefined;
}

function countsOf({ agree, disagree, undecided, onlyThere, unreadable, aside }: Sorted) {
  const counts: Record<RowBucket, number> = {
    agree: agree.length,
    disagree: disagree.length,
    undecided: undecided.length,
    "only-there": onlyThere.length,
    aside: [...aside.values()].reduce((sum, count) => sum + count, 0),
    unreadable: unreadable.length,
  };
  return counts;
}
