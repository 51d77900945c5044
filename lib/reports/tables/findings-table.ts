import type { Finding } from "@/lib/model/report";
import { waiverWords } from "@/lib/reports/decision-rows";
import { checksById } from "@/lib/reports/export-input";
import { joinWithin } from "@/lib/reports/tables/cell-text";
import { scopeColumns, scopeOf, type TableScope } from "@/lib/reports/tables/scope-columns";
import { tableOf } from "@/lib/reports/tables/table";

interface Row {
  readonly finding: Finding;
  readonly title: string;
  readonly scope: TableScope;
}

/** One row a finding, with the number of streams that it weighs on. */
export const findingsTable = tableOf<Row>(
  "Findings",
  {
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
    streams: ({ finding }) => finding.streams,
    streamArns: ({ finding }) => joinWithin(finding.streamArns),
    subjects: ({ finding }) => finding.subjects.length,
    accountIds: ({ finding }) => joinWithin(finding.subjects.map(({ accountId }) => accountId)),
    regions: ({ finding }) => joinWithin(finding.subjects.flatMap(({ region }) => region ?? [])),
    waiver: ({ finding }) => waiverWords(finding) ?? "",
    ...scopeColumns,
  },
  function* ({ report, checks }) {
    const byId = checksById(checks);
    const scope = scopeOf(report);
    for (const finding of report.findings)
      yield { finding, title: byId.get(finding.checkId)?.title ?? "", scope };
  },
);
