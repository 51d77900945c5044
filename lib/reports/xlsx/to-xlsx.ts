import { strToU8, Zip, ZipDeflate } from "fflate";
import type { ExportInput } from "@/lib/reports/export-input";
import { aboutRows } from "@/lib/reports/about-rows";
import { tableNames } from "@/lib/model/report-format";
import { tables } from "@/lib/reports/tables/tables";
import { sheetXml, type Sheet } from "@/lib/reports/xlsx/sheet-xml";
import { workbookParts } from "@/lib/reports/xlsx/workbook-xml";

/** Rows that are packed at once. */
const textLength = 256 * 1024;

/**
 * A report as an Excel workbook: what it is of, and each table on a sheet of its own. The same report gives the same bytes:
 * every part of the file bears the date of the scan.
 */
export function* toXlsx(input: ExportInput): Generator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  const { finishedAt } = input.report.scan;
  const mtime = zipTime(finishedAt);
  const sheets = sheetsOf(input);
  const parts = workbookParts({ sheets, at: finishedAt, title: "Weir report" });
  const files: [string, Iterable<string>][] = [
    ...Object.entries(parts).map(([name, text]): [string, string[]] => [name, [text]]),
    ...sheets.map((sheet, index): [string, Iterable<string>] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      sheetXml(sheet),
    ]),
  ];
  for (const [name, pieces] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    for (const block of blocks(pieces)) {
      file.push(strToU8(block));
      yield* packed.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* packed.splice(0);
  }
  zip.end();
  yield* packed.splice(0);
}

function sheetsOf(input: ExportInput): Sheet[] {
  return [
    { title: "About", columns: ["what", "value"], rows: aboutRows(input) },
    ...tableNames.map((name) => {
      const { title, columns, rows } = tables[name];
      return { title, columns, rows: rows(input) };
    }),
  ];
}

/** Rows joined until they are worth packing. */
function* blocks(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < textLength) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** The packer reads the parts of a local time; the file is to hold those of UTC wherever it is written. */
function zipTime(iso: string): Date {
  const at = new Date(iso);
  return new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
}
