import type { ExportInput } from "@/lib/reports/export-input";

/** A number stays a number in a spreadsheet. */
export type Cell = string | number;

/** A list that CSV and XLSX write, one row an entry. */
export interface Table {
  readonly title: string;
  /** In this order; a column is added at the end, and none is renamed. */
  readonly columns: readonly string[];
  readonly rows: (input: ExportInput) => Iterable<readonly Cell[]>;
}

/** A table whose columns are read from one entry each. */
export function tableOf<Row>(
  title: string,
  columns: Readonly<Record<string, (row: Row) => Cell>>,
  entries: (input: ExportInput) => Iterable<Row>,
): Table {
  const reads = Object.values(columns);
  return {
    title,
    columns: Object.keys(columns),
    rows: function* rows(input) {
      for (const row of entries(input)) yield reads.map((read) => read(row));
    },
  };
}
