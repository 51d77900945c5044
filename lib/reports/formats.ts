import { reportFormats, type ReportFormat, type TableName } from "@/lib/model/report-format";
import { toAsff } from "@/lib/reports/asff";
import { toCsv } from "@/lib/reports/csv";
import type { Chunks, ExportInput } from "@/lib/reports/export-input";
import { toHtml } from "@/lib/reports/html/to-html";
import { toJson } from "@/lib/reports/json";
import { toMarkdown } from "@/lib/reports/markdown";
import { toOcsf } from "@/lib/reports/ocsf";
import { toPdf } from "@/lib/reports/pdf/to-pdf";
import { toSarif } from "@/lib/reports/sarif";
import { toXlsx } from "@/lib/reports/xlsx/to-xlsx";
import { tables } from "@/lib/reports/tables/tables";

interface Format {
  readonly mediaType: string;
  /** Ends the name of a file. */
  readonly extension: string;
  render(input: ExportInput, table: TableName): Chunks;
}

const formats: Readonly<Record<ReportFormat, Format>> = {
  json: {
    mediaType: "application/json; charset=utf-8",
    extension: "json",
    render: ({ report }) => toJson(report),
  },
  csv: {
    mediaType: "text/csv; charset=utf-8; header=present",
    extension: "csv",
    render: (input, table) => toCsv(tables[table], input),
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    render: toXlsx,
  },
  html: { mediaType: "text/html; charset=utf-8", extension: "html", render: toHtml },
  pdf: { mediaType: "application/pdf", extension: "pdf", render: toPdf },
  md: { mediaType: "text/markdown; charset=utf-8; variant=GFM", extension: "md", render: toMarkdown },
  sarif: { mediaType: "application/sarif+json; charset=utf-8", extension: "sarif", render: toSarif },
  asff: { mediaType: "application/jsonl; charset=utf-8", extension: "asff.jsonl", render: toAsff },
  ocsf: { mediaType: "application/jsonl; charset=utf-8", extension: "ocsf.jsonl", render: toOcsf },
};

export function findFormat(name: string): ReportFormat | undefined {
  return reportFormats.find((format) => format === name);
}

export function mediaTypeOf(format: ReportFormat): string {
  return formats[format].mediaType;
}

export function extensionOf(format: ReportFormat): string {
  return formats[format].extension;
}

/** A report as a file, in pieces. The same report gives the same bytes. */
export function renderReport(
  input: ExportInput,
  format: ReportFormat,
  table: TableName = "findings",
): Chunks {
  return formats[format].render(input, table);
}
