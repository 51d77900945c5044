import { exportPath, type Query } from "@/components/links";
import { DownloadMenu } from "@/components/ui/download-menu";
import { reportFormats, type ReportFormat } from "@/lib/model/report-format";

interface ExportLinksProps {
  readonly scanId: string;
  /** The filters of the page: what is exported is what is shown. */
  readonly query: Query;
}

const words: Readonly<Record<ReportFormat, { readonly name: string; readonly use: string }>> = {
  html: { name: "HTML", use: "one file to open or print" },
  pdf: { name: "PDF", use: "a document to keep" },
  json: { name: "JSON", use: "the whole report, for programs" },
  csv: { name: "CSV", use: "a row a finding, for a spreadsheet" },
  xlsx: { name: "Excel", use: "a workbook with all lists" },
  md: { name: "Markdown", use: "for a pull request or a ticket" },
  sarif: { name: "SARIF", use: "for code scanning" },
  asff: { name: "ASFF", use: "for AWS Security Hub" },
  ocsf: { name: "OCSF", use: "for a security data lake" },
};

/** Downloads of what is on the page, in every format. */
export function ExportLinks({ scanId, query }: ExportLinksProps) {
  const downloads = reportFormats.map((format) => ({
    href: exportPath(scanId, format, query),
    name: words[format].name,
    use: words[format].use,
  }));
  const tables = [
    { table: "streams", name: "CSV of streams", use: "a row a stream" },
    { table: "duties", name: "CSV of duties", use: "who can do what to which stream" },
  ].map(({ table, name, use }) => ({ href: exportPath(scanId, "csv", { ...query, table }), name, use }));
  return <DownloadMenu downloads={[...downloads, ...tables]} />;
}
