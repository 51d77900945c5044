import { CsvError, parse } from "csv-parse/sync";
import {
  aside,
  finding,
  isStreamArn,
  type LocatedRow,
  type RowContent,
} from "@/lib/reports/reconcile/file-row";
import { prowlerStatus } from "@/lib/reports/reconcile/ocsf-row";

/** What a row of Prowler's CSV must have: https://docs.prowler.com/user-guide/cli/tutorials/reporting */
const needed = ["CHECK_ID", "STATUS", "RESOURCE_UID"] as const;

/** The byte of `\n`. */
const lineFeed = 10;

export type CsvRows =
  | { readonly rows: readonly LocatedRow[] }
  /** Why the file as a whole is no CSV of Prowler's. */
  | { readonly problem: string };

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of Prowler's CSV; it writes semicolons, and a spreadsheet that saved it again perhaps commas or tabs. */
export function readCsvRows(text: string): CsvRows {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [";", ",", "\t"].find((each) => firstLine.split(each).length > needed.length) ?? ";";
  const { records, openFrom } = parseCsv(text, delimiter);
  const [header, ...rest] = records;
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return {
      problem: `It is neither JSON nor a CSV of Prowler's: its first line has no column ${missing.join(", ")}.`,
    };
  const rows: LocatedRow[] = rest.map(({ line, cells }) =>
    Object.assign({ line }, readRecord(columns, cells)),
  );
  if (openFrom !== undefined)
    rows.push({
      line: openFrom,
      kind: "unreadable",
      problem: "A quotation mark opens in this row and never closes; the rest of the file was not read.",
    });
  return { rows };
}

function readRecord(columns: readonly string[], cells: readonly string[]): RowContent {
  if (cells.length !== columns.length)
    return {
      kind: "unreadable",
      problem: `The row has ${cells.length} cells, and the first line names ${columns.length} columns.`,
    };
  const cell = (name: string) => cells[columns.indexOf(name)] ?? "";
  const empty = needed.filter((name) => cell(name).trim() === "");
  if (empty.length > 0) return { kind: "unreadable", problem: `${empty.join(", ")}: nothing stands in it.` };
  const streamArn = cell("RESOURCE_UID");
  if (!isStreamArn(streamArn)) return aside("prowler", "about other resources");
  const at = cell("TIMESTAMP");
  return finding({
    tool: "prowler",
    checkId: cell("CHECK_ID"),
    status: prowlerStatus(cell("STATUS")),
    word: cell("STATUS"),
    accepted: cell("MUTED").toLowerCase() === "true",
    streamArn,
    says: cell("STATUS_EXTENDED"),
    ...(at !== "" && { at }),
  });
}

/** Every record that a reader of CSV finds, also of a file whose last one never ends. */
function parseCsv(text: string, delimiter: string): { records: CsvRecord[]; openFrom?: number } {
  const bytes = new TextEncoder().encode(text);
  const records: CsvRecord[] = [];
  // Counted here: the reader counts a line end within quotes twice if it is CRLF.
  let [line, at] = [1, 0];
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      // A quotation mark within a cell is text: to skip the record instead loses those after it.
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { bytes: end }) => {
        const next = line + lineEndsIn(bytes.subarray(at, end));
        const isEnded = bytes[end - 1] === lineFeed;
        records.push({ line: next - lineEndsIn(cells.join("")) - (isEnded ? 1 : 0), cells });
        [line, at] = [next, end];
        return null;
      },
    });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, openFrom: line };
  }
}

function lineEndsIn(text: string | Uint8Array): number {
  let count = 0;
  for (const each of text) if (each === "\n" || each === lineFeed) count += 1;
  return count;
}
