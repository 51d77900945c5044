import type { Administrator } from "@/lib/model/report";
import { scopeColumns, scopeOf, type TableScope } from "@/lib/reports/tables/scope-columns";
import { tableOf } from "@/lib/reports/tables/table";

interface Row {
  readonly administrator: Administrator;
  readonly scope: TableScope;
}

/** Those who can do so much that it is said once, and not on each stream. */
export const administratorsTable = tableOf<Row>(
  "Administrators",
  {
    principal: ({ administrator }) => administrator.principal,
    accountId: ({ administrator }) => administrator.accountId,
    standing: ({ administrator }) => administrator.standing,
    regions: ({ administrator }) => administrator.regions.join(" "),
    ...scopeColumns,
  },
  function* entries({ report }) {
    const scope = scopeOf(report);
    for (const administrator of report.administrators) yield { administrator, scope };
  },
);
