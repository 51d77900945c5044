import { stringify } from "csv-stringify/sync";
import type { Finding, Report } from "@/lib/model/report";
import { defuse } from "@/lib/reports/defuse";

/** What a spreadsheet keeps of a cell: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const cellLengthMax = 32_767;

interface Row {
  readonly finding: Finding;
  readonly scan: Report["scan"];
  readonly title: string;
}

/** In this order; a column is added at the end, and none is renamed. */
const columns = {
  findingId: ({ finding }) => finding.findingId,
  checkId: ({ finding }) => finding.checkId,
  title: ({ title }) => title,
  status: ({ finding }) => finding.status,
  severity: ({ finding }) => finding.severity,
  causeKind: ({ finding }) => finding.cause.kind,
  causeId: ({ finding }) => finding.cause.id,
  cause: ({ finding }) => finding.cause.label,
  policyId: ({ finding }) => finding.cause.document?.policyId ?? "",
  statements: ({ finding }) => joinWithin(finding.cause.document?.statements.map(String)),
  principals: ({ finding }) => joinWithin(finding.cause.principals),
  streams: ({ finding }) => String(finding.streams),
  streamArns: ({ finding }) => joinWithin(finding.streamArns),
  subjects: ({ finding }) => String(finding.subjects.length),
  accountIds: ({ finding }) => joinWithin(finding.subjects.map(({ accountId }) => accountId)),
  regions: ({ finding }) => joinWithin(finding.subjects.flatMap(({ region }) => region ?? [])),
  source: ({ scan }) => scan.source,
  endpoint: ({ scan }) => scan.endpoint ?? "",
  scanId: ({ scan }) => scan.id,
  scanFinishedAt: ({ scan }) => scan.finishedAt,
  set: ({ scan }) => scan.set,
} as const satisfies Record<string, (row: Row) => string>;

export const csvColumns = Object.keys(columns);

/**
 * The findings of a report as RFC 4180 CSV: a header row, CRLF line ends, every cell quoted, one row a
 * finding with the number of streams that it weighs on.
 */
export function toCsv({ findings, scan }: Report, titleOf: (checkId: string) => string): string {
  const rows = findings.map((finding) => {
    const row = { finding, scan, title: titleOf(finding.checkId) };
    return Object.values(columns).map((read) => defuse(read(row)));
  });
  return stringify([csvColumns, ...rows], { quoted: true, quoted_empty: true, record_delimiter: "windows" });
}

/** Distinct entries, blank-separated; whole entries only, and how many are left out where a cell is too small. */
function joinWithin(entries: readonly string[] = []): string {
  const distinct = [...new Set(entries)];
  const text = distinct.join(" ");
  if (text.length < cellLengthMax) return text;

  const room = cellLengthMax - " and 0000000 more".length;
  let length = 0;
  const kept = distinct.findIndex((entry) => (length += entry.length + 1) > room);
  return `${distinct.slice(0, kept).join(" ")} and ${distinct.length - kept} more`;
}
