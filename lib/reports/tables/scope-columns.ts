import type { Report } from "@/lib/model/report";
import { countWords, filterWords } from "@/lib/reports/scope-words";
import type { Cell } from "@/lib/reports/tables/table";

export interface TableScope {
  readonly scan: Report["scan"];
  readonly filter: string;
  readonly shown: string;
}

/** What every row says of the scan that it is from, so that no row is read without it. */
export const scopeColumns = {
  source: ({ scope }) => scope.scan.source,
  endpoint: ({ scope }) => scope.scan.endpoint ?? "",
  scanId: ({ scope }) => scope.scan.id,
  scanFinishedAt: ({ scope }) => scope.scan.finishedAt,
  set: ({ scope }) => scope.scan.set,
  filter: ({ scope }) => scope.filter,
  shown: ({ scope }) => scope.shown,
} as const satisfies Readonly<Record<string, (row: { readonly scope: TableScope }) => Cell>>;

export function scopeOf(report: Report): TableScope {
  return { scan: report.scan, filter: filterWords(report), shown: countWords(report) };
}
