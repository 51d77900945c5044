import { cellText } from "@/lib/reports/tables/cell-text";
import type { Cell } from "@/lib/reports/tables/table";

export interface Sheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const rowsMax = 1_048_576;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A worksheet in pieces: text as text, never as a formula; the first row frozen, with filters. A row that no sheet has room
 * for is counted in the last one.
 *
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export function* sheetXml({ columns, rows }: Sheet): Generator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols>${columns.map((name, index) => column(name, index + 1)).join("")}</cols><sheetData>`;
  yield rowXml(1, columns, 1);
  let at = 1;
  let left = 0;
  for (const row of rows) {
    if (at >= rowsMax - 1) left += 1;
    else yield rowXml((at += 1), row, 0);
  }
  if (left > 0) yield rowXml(rowsMax, [`${left} more rows have no room in a sheet; the CSV has all.`], 0);
  const last = `${columnName(columns.length)}${Math.max(at, 1)}`;
  yield `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

/** `A`, `Z`, `AA`. */
function columnName(at: number): string {
  const rest = Math.floor((at - 1) / 26);
  return (rest > 0 ? columnName(rest) : "") + String.fromCharCode(65 + ((at - 1) % 26));
}

export function escapeXml(text: string): string {
  return text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll(/(?![\t\n\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (unit) => `_x${hex(unit)}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** XML holds no such character; ECMA-376, 22.9.2.19, writes it as its number. */
function hex(unit: string): string {
  return unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}

function column(name: string, index: number): string {
  const width = /arn|cause|title|message|advice|principal|via|note|value/i.test(name) ? 48 : 16;
  return `<col min="${index}" max="${index}" width="${width}" customWidth="1"/>`;
}

function rowXml(at: number, cells: readonly Cell[], style: number): string {
  const written = cells.map((cell, index) => cellXml(`${columnName(index + 1)}${at}`, cell, style));
  return `<row r="${at}">${written.join("")}</row>`;
}

function cellXml(reference: string, cell: Cell, style: number): string {
  if (typeof cell === "number") return `<c r="${reference}" s="${style}"><v>${cell}</v></c>`;
  if (cell === "") return "";
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(cell))}</t></is></c>`;
}
