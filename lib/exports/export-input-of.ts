import { checks } from "@/lib/checks/registry";
import type { Report } from "@/lib/model/report";
import type { ExportInput } from "@/lib/reports/export-input";
import { readFonts } from "@/lib/exports/read-fonts";

/** A report with what an export of it needs beside it: the words of the checks, and fonts. */
export function exportInputOf(report: Report): ExportInput {
  return { report, checks, fonts: readFonts };
}
