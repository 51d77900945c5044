import { stringify } from "csv-stringify/sync";
import type { FindingChange, ScanComparison } from "@/lib/model/comparison";
import { defuse } from "@/lib/reports/defuse";
import { cellText } from "@/lib/reports/tables/cell-text";

const columns: Readonly<
  Record<string, (change: FindingChange, comparison: ScanComparison) => string | number>
> = {
  change: ({ change }) => change,
  check: ({ checkId }) => checkId,
  severity: ({ severity }) => severity,
  what: ({ label }) => label,
  streams: ({ streams }) => streams,
  details: ({ details }) => details.join(" "),
  finding: ({ findingId }) => findingId,
  account: (_, { after }) => after.accountIds.join(" "),
  set: (_, { set }) => set,
  earlierScan: (_, { before }) => before.id,
  earlierAt: (_, { before }) => before.finishedAt,
  laterScan: (_, { after }) => after.id,
  laterAt: (_, { after }) => after.finishedAt,
  source: (_, { after }) => after.source,
};

/** What became of each finding, as RFC 4180 CSV; a comparison without changes is a header row. */
export function comparisonToCsv(comparison: ScanComparison): string {
  const rows = comparison.findings.map((change) =>
    Object.values(columns).map((read) => {
      const cell = read(change, comparison);
      return typeof cell === "number" ? String(cell) : defuse(cellText(cell));
    }),
  );
  return stringify([Object.keys(columns), ...rows], {
    quoted: true,
    quoted_empty: true,
    record_delimiter: "windows",
  });
}
