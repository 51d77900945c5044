import type { ScanComparison } from "@/lib/model/comparison";
import { comparisonToCsv } from "@/lib/reports/comparison/comparison-csv";
import { comparisonToHtml } from "@/lib/reports/comparison/comparison-html";
import { comparisonToMarkdown } from "@/lib/reports/comparison/comparison-markdown";

interface ComparisonFormat {
  readonly mediaType: string;
  readonly write: (comparison: ScanComparison) => string;
}

/** The files that a comparison can be kept as, by their extension. */
export const comparisonFormats: Readonly<Record<"json" | "csv" | "md" | "html", ComparisonFormat>> = {
  json: {
    mediaType: "application/json; charset=utf-8",
    write: (comparison) => `${JSON.stringify({ schemaVersion: 1, ...comparison }, null, 2)}\n`,
  },
  csv: { mediaType: "text/csv; charset=utf-8", write: comparisonToCsv },
  md: { mediaType: "text/markdown; charset=utf-8", write: comparisonToMarkdown },
  html: { mediaType: "text/html; charset=utf-8", write: comparisonToHtml },
};
