import { exportPath, type Query } from "@/components/links";
import { quietButton } from "@/components/ui/button-classes";
import { DropMenu } from "@/components/ui/drop-menu";
import { Icon } from "@/components/ui/icon";
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
  return (
    <DropMenu
      className={`${quietButton} cursor-pointer list-none`}
      label={
        <>
          <Icon name="download" />
          Export
        </>
      }
    >
      <ul>
        {reportFormats.map((format) => (
          <ExportLink key={format} href={exportPath(scanId, format, query)} {...words[format]} />
        ))}
        <ExportLink
          href={exportPath(scanId, "csv", { ...query, table: "streams" })}
          name="CSV of streams"
          use="a row a stream"
        />
        <ExportLink
          href={exportPath(scanId, "csv", { ...query, table: "duties" })}
          name="CSV of duties"
          use="who can do what to which stream"
        />
      </ul>
    </DropMenu>
  );
}

interface ExportLinkProps {
  readonly href: string;
  readonly name: string;
  readonly use: string;
}

function ExportLink({ href, name, use }: ExportLinkProps) {
  return (
    <li>
      <a
        download
        href={href}
        className="flex items-baseline gap-2 rounded px-2 py-1.5 text-sm hover:bg-sunken"
      >
        <span className="font-medium whitespace-nowrap">{name}</span>
        <span className="text-muted">{use}</span>
      </a>
    </li>
  );
}
