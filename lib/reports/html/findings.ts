import { countOf, formatCount } from "@/lib/format/count-of";
import { severityWords, statusWords } from "@/lib/format/words";
import type { Finding, ReportPolicy } from "@/lib/model/report";
import type { Cause, Severity, VerdictStatus } from "@/lib/model/verdict";
import { waiverWords } from "@/lib/reports/decision-rows";
import { checksById, type CheckEntry, type ExportInput } from "@/lib/reports/export-input";
import { markup, nameOf, type Markup } from "@/lib/reports/html/markup";
import { statementText } from "@/lib/reports/statement-text";

/** Names beyond it are counted: a list of ten thousand is for the CSV. */
const namesMax = 200;

/** The findings, each to open: what is so, on which streams, by which statement, and how to fix it. */
export function* findingsSection({ report, checks }: ExportInput): Generator<Markup> {
  const byId = checksById(checks);
  const policies = new Map(report.policies.map((policy) => [policy.id, policy]));
  yield markup`<section id="findings">
    <h2>Findings (${formatCount(report.findings.length)})</h2>
   `;
  if (report.findings.length === 0) yield markup`<p>None.</p>`;
  for (const finding of report.findings)
    yield entry(finding, byId.get(finding.checkId), policies.get(finding.cause.document?.policyId ?? ""));
  yield markup`</section>
`;
}

/** A status in its colour and its word. */
export function statusMark(status: VerdictStatus, severity: Severity): Markup {
  if (status === "fail") return markup`<span class="status ${severity}">${severityWords[severity]}</span>`;
  return markup`<span class="status ${status}">${statusWords[status]}</span>`;
}

function entry(finding: Finding, check: CheckEntry | undefined, policy: ReportPolicy | undefined): Markup {
  const { findingId, checkId, status, severity, cause, streams, streamArns } = finding;
  const unknown =
    status === "unknown" ? markup` <span class="muted">(${severityWords[severity]})</span>` : undefined;
  return markup`<details data-entry id="finding-${findingId.replaceAll(/[^\w-]/g, "-")}">
    <summary>
      ${statusMark(status, severity)}${unknown}
      <span class="mono">${nameOf(checkId)}</span> ${nameOf(cause.label)}
      <span class="muted">${countOf(streams, "stream")}</span>
    </summary>
    <div>
      ${
        check &&
        markup`<p><strong>${check.title}.</strong> ${check.rationale}</p>
          <p><strong>How to fix:</strong> ${check.remediation}</p>`
      }
      ${finding.waiver && markup`<p>${nameOf(waiverWords(finding) ?? "")}</p>`}
      ${policy && policyText(cause, policy)} ${names("Principals", cause.principals)}
      ${names("Streams", streamArns)}
      <p class="muted">
        Finding <span class="mono">${nameOf(findingId)}</span>, cause
        <span class="mono">${nameOf(cause.id)}</span>${check && markup`, judged for each ${check.scope}`}
      </p>
    </div>
  </details> `;
}

/** What a cause points at, line by line. */
function policyText(cause: Cause, { name, text, problem }: ReportPolicy): Markup {
  return markup`<p>Policy ${nameOf(name)}${problem === undefined ? "" : `: ${problem}`}</p>
    <pre>
${statementText(text, cause.document?.statements ?? [])
  .split(/\r\n|[\r\n]/)
  .map((line) => markup`${line}<br>`)}</pre>`;
}

function names(title: string, list: readonly string[] = []): Markup | undefined {
  if (list.length === 0) return undefined;
  const left = list.length - namesMax;
  return markup`<p>${title}:</p>
    <ul class="mono">
      ${list.slice(0, namesMax).map((name) => markup`<li>${nameOf(name)}</li>`)}${left > 0 ? markup`<li><strong>and ${formatCount(left)} more, in the CSV and JSON of this scan</strong></li>` : undefined}
    </ul>`;
}
