import type { TableName } from "@/lib/model/report-format";
import { findingsTable } from "@/lib/reports/tables/findings-table";
import { streamsTable } from "@/lib/reports/tables/streams-table";
import type { Table } from "@/lib/reports/tables/table";

/** The tables of a report. A further one is a file beside these, a name, and a line here. */
export const tables: Readonly<Record<TableName, Table>> = {
  findings: findingsTable,
  streams: streamsTable,
};
