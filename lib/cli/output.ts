import { exportInputOf } from "@/lib/exports/export-input-of";
import type { Report } from "@/lib/model/report";
import type { ReportFormat, TableName } from "@/lib/model/report-format";
import { encodeChunks } from "@/lib/reports/encode-chunks";
import { renderReport } from "@/lib/reports/formats";
import { writeWhole } from "@/lib/cli/write-out";
import { writeAll } from "@/lib/cli/write-all";

export interface OutputOptions {
  readonly format: ReportFormat;
  readonly table: TableName;
  readonly out?: string | undefined;
}

/** Puts a report into FILE, or on stdout. */
export async function output(report: Report, { format, table, out }: OutputOptions): Promise<void> {
  const chunks = encodeChunks(renderReport(exportInputOf(report), format, table));
  if (out !== undefined) return writeWhole("--out", out, chunks);
  for await (const chunk of chunks) if (!(await writeAll(process.stdout, chunk))) return;
}
