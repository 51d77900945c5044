import { countOf } from "@/lib/format/count-of";
import type { Finding, Report, ReportPolicy } from "@/lib/model/report";
import type { CheckEntry } from "@/lib/reports/export-input";
import { colors, paragraph, section, subsection, together, type Part } from "@/lib/reports/pdf/parts";
import { pdfLines, pdfText } from "@/lib/reports/pdf/pdf-text";
import { statementText } from "@/lib/reports/statement-text";

/** Of one finding; more are counted. */
const namesMax = 15;

/** Check by check: why it matters, how to fix it, and what each finding rests on. */
export function evidence({ findings, policies }: Report, checks: readonly CheckEntry[]): Part[] {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const parts = checks.flatMap((check) => {
    const own = findings.filter(({ checkId }) => checkId === check.id);
    return own.length === 0 ? [] : [words(check), ...own.flatMap((finding) => entry(finding, byId))];
  });
  return parts.length === 0 ? [] : [section("Evidence and remediation"), ...parts];
}

function words({ id, title, rationale, remediation }: CheckEntry): Part {
  return together([
    subsection(`${id} ${title}`),
    paragraph(rationale),
    { text: [{ text: "How to fix: ", bold: true }, pdfText(remediation, 4000)], margin: [0, 0, 0, 6] },
  ]);
}

function entry(finding: Finding, policies: ReadonlyMap<string, ReportPolicy>): Part[] {
  const { cause, streams, streamArns } = finding;
  const policy = policies.get(cause.document?.policyId ?? "");
  return [
    together([
      { text: pdfText(cause.label, 2000), bold: true, margin: [0, 4, 0, 2] },
      { text: `${countOf(streams, "stream")}: ${names(streamArns)}`, fontSize: 8, color: colors.muted },
    ]),
    ...(cause.principals === undefined
      ? []
      : [{ text: `Principals: ${names(cause.principals)}`, fontSize: 8, color: colors.muted }]),
    ...(policy === undefined
      ? []
      : [
          { text: `Policy ${pdfText(policy.name)}`, fontSize: 8, margin: [0, 3, 0, 0] },
          {
            text: pdfLines(statementText(policy.text, cause.document?.statements ?? [])),
            style: "code",
            preserveLeadingSpaces: true,
          },
        ]),
  ];
}

function names(list: readonly string[]): string {
  const left = list.length - namesMax;
  const shown = list
    .slice(0, namesMax)
    .map((name) => pdfText(name, 200))
    .join(", ");
  return left > 0 ? `${shown} and ${left} more, in the CSV and JSON` : shown;
}
