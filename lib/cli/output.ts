import { CountedBytes } from "@/lib/exports/count-bytes";
import { exportInputOf } from "@/lib/exports/export-input-of";
import { describeFile, manifestText } from "@/lib/exports/file-manifest";
import { signManifest } from "@/lib/exports/sign";
import type { Report } from "@/lib/model/report";
import type { ReportFormat, TableName } from "@/lib/model/report-format";
import { encodeChunks } from "@/lib/reports/encode-chunks";
import { renderReport } from "@/lib/reports/formats";
import { requireSigningKey } from "@/lib/cli/signing-key";
import { isReplaceable, writeWhole } from "@/lib/cli/write-out";
import { writeAll } from "@/lib/cli/write-all";

export interface OutputOptions {
  readonly format: ReportFormat;
  readonly table: TableName;
  readonly out?: string | undefined;
  readonly signKey?: string | undefined;
}

/** Puts a report into FILE, with FILE.manifest.json beside it, or on stdout. */
export async function output(report: Report, options: OutputOptions): Promise<void> {
  const { format, table, out } = options;
  const key = await requireSigningKey(options);
  const chunks = encodeChunks(renderReport(exportInputOf(report), format, table));
  if (out === undefined) {
    for await (const chunk of chunks) if (!(await writeAll(process.stdout, chunk))) return;
    return;
  }
  const counted = new CountedBytes();
  const hasManifest = await isReplaceable(out);
  await writeWhole("--out", out, counted.pass(chunks));
  if (!hasManifest) return;
  const body = describeFile(report, { format, table, ...counted.result() });
  const text = manifestText(body, key && signManifest(body, key));
  await writeWhole("--out", `${out}.manifest.json`, text);
}
