import type { Check, CheckWords } from "@/lib/model/check";
import type { Report } from "@/lib/model/report";

/** What exports say of a check. */
export type CheckEntry = Pick<Check, "id" | "set" | "severity" | "scope" | "isManual"> & CheckWords;

/** The fonts of a PDF, as TrueType files. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly mono: Uint8Array;
}

export interface ExportInput {
  readonly report: Report;
  /** All checks, in the registry's order; a report names them by id. */
  readonly checks: readonly CheckEntry[];
  /** Read when a PDF is written. */
  readonly fonts: () => Promise<ReportFonts>;
}

/** A file in pieces, each made when the one before it has been taken. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** The checks of a report, by id. */
export function checksById(checks: readonly CheckEntry[]): ReadonlyMap<string, CheckEntry> {
  return new Map(checks.map((check) => [check.id, check]));
}
