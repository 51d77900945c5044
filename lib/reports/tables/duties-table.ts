import type { DutyCell, GrantPointer } from "@/lib/model/duty";
import type { ReportStream } from "@/lib/model/report";
import { scopeColumns, scopeOf, type TableScope } from "@/lib/reports/tables/scope-columns";
import { joinWithin } from "@/lib/reports/tables/cell-text";
import { tableOf } from "@/lib/reports/tables/table";

interface Row {
  readonly stream: ReportStream;
  readonly cell: DutyCell;
  readonly scope: TableScope;
}

/** Who can do what: one row a stream, principal and duty. Account administrators can do all, and stand in no row. */
export const dutiesTable = tableOf<Row>(
  "Who can",
  {
    streamArn: ({ stream }) => stream.arn,
    name: ({ stream }) => stream.name,
    accountId: ({ stream }) => stream.accountId,
    region: ({ stream }) => stream.region,
    principal: ({ cell }) => cell.principal,
    duty: ({ cell }) => cell.duty,
    access: ({ cell }) => cell.access,
    key: ({ cell }) => cell.key,
    conditions: ({ cell }) => (cell.conditions ?? []).join("; "),
    via: ({ cell }) => joinWithin(cell.via.map(viaWords)),
    ...scopeColumns,
  },
  function* entries({ report }) {
    const scope = scopeOf(report);
    for (const stream of report.streams) for (const cell of stream.duties) yield { stream, cell, scope };
  },
);

/** A policy's id, and which of its statements, zero-based; without one where it could not be read. */
function viaWords({ policy, index }: GrantPointer): string {
  return index === undefined ? policy : `${policy}#${index}`;
}
