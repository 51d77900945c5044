import { gapAdvice } from "@/lib/format/gap-advice";
import type { Gap } from "@/lib/model/observed";
import { scopeColumns, scopeOf, type TableScope } from "@/lib/reports/tables/scope-columns";
import { tableOf } from "@/lib/reports/tables/table";

interface Row {
  readonly gap: Gap;
  readonly scope: TableScope;
}

/** What could not be read: one row a call. */
export const gapsTable = tableOf<Row>(
  "Not read",
  {
    action: ({ gap }) => gap.action,
    reason: ({ gap }) => gap.reason,
    resource: ({ gap }) => gap.resource ?? "",
    region: ({ gap }) => gap.region ?? "",
    account: ({ gap, scope }) => gap.accountId ?? scope.scan.accountId,
    message: ({ gap }) => gap.message,
    advice: ({ gap }) => gapAdvice(gap),
    ...scopeColumns,
  },
  function* entries({ report }) {
    const scope = scopeOf(report);
    for (const gap of report.scan.gaps) yield { gap, scope };
  },
);
