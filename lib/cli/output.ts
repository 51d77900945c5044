import { checks } from "@/lib/checks/registry";
import type { Report } from "@/lib/model/report";
import { renderReport, type ReportFormat } from "@/lib/reports/formats";
import { writeWhole } from "@/lib/cli/write-out";
import { writeAll } from "@/lib/cli/write-all";

const titles = new Map<string, string>(checks.map(({ id, title }) => [id, title]));

export interface OutputOptions {
  readonly format: ReportFormat;
  readonly out?: string | undefined;
}

/** Puts a report into FILE, or on stdout. */
export async function output(report: Report, { format, out }: OutputOptions): Promise<void> {
  const text = renderReport(report, format, (checkId) => titles.get(checkId) ?? "");
  if (out === undefined) await writeAll(process.stdout, text);
  else await writeWhole("--out", out, text);
}
