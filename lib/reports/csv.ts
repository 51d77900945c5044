import { stringify } from "csv-stringify/sync";
import { defuse } from "@/lib/reports/defuse";
import type { ExportInput } from "@/lib/reports/export-input";
import { cellText } from "@/lib/reports/tables/cell-text";
import type { Table } from "@/lib/reports/tables/table";

const rowsAtOnce = 256;
const dialect = { quoted: true, quoted_empty: true, record_delimiter: "windows" } as const;

/** A table of a report as RFC 4180 CSV: a header row, CRLF line ends, every cell quoted. */
export function* toCsv({ columns, rows }: Table, input: ExportInput): Generator<string> {
  let block: (readonly string[])[] = [columns];
  for (const row of rows(input)) {
    block.push(row.map((cell) => (typeof cell === "number" ? String(cell) : defuse(cellText(cell)))));
    if (block.length < rowsAtOnce) continue;
    yield stringify(block, dialect);
    block = [];
  }
  yield stringify(block, dialect);
}
