import type { Report } from "@/lib/model/report";
import { toCsv } from "@/lib/reports/csv";
import { toJson } from "@/lib/reports/json";

/** The titles of checks, which reports name by id. */
export type TitleOf = (checkId: string) => string;

interface Format {
  readonly mediaType: string;
  render(report: Report, titleOf: TitleOf): string;
}

export const reportFormats = ["json", "csv"] as const;
export type ReportFormat = (typeof reportFormats)[number];

const formats: Readonly<Record<ReportFormat, Format>> = {
  json: { mediaType: "application/json; charset=utf-8", render: (report) => toJson(report) },
  csv: { mediaType: "text/csv; charset=utf-8; header=present", render: toCsv },
};

export function findFormat(name: string): ReportFormat | undefined {
  return reportFormats.find((format) => format === name);
}

export function mediaTypeOf(format: ReportFormat): string {
  return formats[format].mediaType;
}

export function renderReport(report: Report, format: ReportFormat, titleOf: TitleOf): string {
  return formats[format].render(report, titleOf);
}
