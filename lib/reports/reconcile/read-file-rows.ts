import type { FileRow } from "@/lib/reports/reconcile/file-row";
import { readCsvRows } from "@/lib/reports/reconcile/read-csv-rows";
import { readJsonRows } from "@/lib/reports/reconcile/read-json-rows";

export type FileRows =
  | { readonly rows: readonly FileRow[] }
  /** Why no row of the file could be read; a sentence. */
  | { readonly problem: string };

/** The rows of another tool's file, told by what stands in it and not by its name: JSON begins with a bracket. */
export function readFileRows(file: string): FileRows {
  const text = file.replace(/^\uFEFF/, "");
  if (text.trim() === "") return { problem: "It is empty." };
  const read = /^\s*[[{]/.test(text) ? { rows: readJsonRows(text) } : readCsvRows(text);
  if ("problem" in read) return read;
  return { rows: read.rows.map((each, index) => Object.assign({}, each, { row: index + 1 })) };
}
