import type { TableName } from "@/lib/model/report-format";
import { administratorsTable } from "@/lib/reports/tables/administrators-table";
import { decisionsTable } from "@/lib/reports/tables/decisions-table";
import { dutiesTable } from "@/lib/reports/tables/duties-table";
import { findingsTable } from "@/lib/reports/tables/findings-table";
import { gapsTable } from "@/lib/reports/tables/gaps-table";
import { streamsTable } from "@/lib/reports/tables/streams-table";
import type { Table } from "@/lib/reports/tables/table";

/** The tables of a report. A further one is a file beside these, a name, and a line here. */
export const tables: Readonly<Record<TableName, Table>> = {
  findings: findingsTable,
  streams: streamsTable,
  duties: dutiesTable,
  administrators: administratorsTable,
  gaps: gapsTable,
  decisions: decisionsTable,
};
