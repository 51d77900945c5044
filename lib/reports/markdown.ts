import { accountTitle, placeWords } from "@/lib/format/account-words";
import { accountsIn } from "@/lib/model/scan-scope";
import { identityWords } from "@/lib/reports/scope-words";
import { countOf, formatCount } from "@/lib/format/count-of";
import { gapAdvice } from "@/lib/format/gap-advice";
import { inactiveWords } from "@/lib/format/inactive-words";
import { formatUtc } from "@/lib/format/utc-time";
import { environmentWords, gapReasonWords, severityWords, statusWords } from "@/lib/format/words";
import type { Finding, Report, ReportStream } from "@/lib/model/report";
import { severities, verdictStatuses } from "@/lib/model/verdict";
import { scoreText } from "@/lib/reports/about-rows";
import { cutText } from "@/lib/reports/cut-text";
import { decisionRows, type DecisionRow } from "@/lib/reports/decision-rows";
import { checksById, type CheckEntry, type ExportInput } from "@/lib/reports/export-input";
import { markdownCode, markdownText } from "@/lib/reports/markdown-text";
import { MarkdownPage } from "@/lib/reports/markdown-page";
import { countWords, filterWords, sourceWords } from "@/lib/reports/scope-words";

/** GitHub refuses a comment of more than 65,536 characters. */
const lengthMax = 64_000;
/** Names and sentences beyond it are cut, and say so. */
const nameLengthMax = 300;

/**
 * A report as GitHub-flavoured Markdown that fits a comment: what it is of, the figures, the findings, what could not
 * be read, and the rest to open. What does not fit is left out whole, entry by entry, and counted.
 */
export function* toMarkdown({ report, checks }: ExportInput): Generator<string> {
  const page = new MarkdownPage(lengthMax);
  page.put(head(report));
  page.put(figures(report));
  const byId = checksById(checks);
  page.table("Findings", ["severity", "check", "what", "streams"], {
    list: report.findings,
    write: (finding) => findingRow(finding, byId),
    noun: "finding",
  });
  page.table("What could not be read", ["call", "why", "what settles it"], {
    list: report.scan.gaps,
    write: (gap) => [
      [gap.action, gap.resource ?? placeWords(gap)].filter(Boolean).map(name).join(" on "),
      gapReasonWords[gap.reason],
      markdownText(gapAdvice(gap)),
    ],
    noun: "gap",
  });
  page.table("Accepted and confirmed", ["check", "what", "by whom and why", "until", "state"], {
    list: [...decisionRows(report)],
    write: decisionRow,
    noun: "decision",
  });
  page.table("Streams", ["stream", "Region", "environment", "score", "failed", "unknown"], {
    list: report.streams,
    write: streamRow,
    noun: "stream",
    folded: true,
  });
  page.list("How to fix", { list: fixes(report.findings, checks), write: (words) => words, noun: "check" });
  page.end(tail(report));
  yield page.text;
}

function head(report: Report): string {
  const { scan } = report;
  const note = sourceWords(scan);
  const filter = filterWords(report);
  return [
    "# Weir: security of Kinesis data streams",
    ...(note === undefined ? [] : [`> **${sentence(note)}**`]),
    `${accountTitle(accountsIn(scan), name)}, ${scan.regions.map(name).join(", ")}, set \`${scan.set}\`, scanned ${formatUtc(scan.finishedAt)} by ${name(identityWords(scan))}.`,
    ...(scan.inactiveAccounts ? [`Accounts not read: ${name(inactiveWords(scan.inactiveAccounts))}.`] : []),
    `Shows ${countWords(report)}${filter === "" ? "" : `; filter: ${name(filter)}. The figures below are those of the whole scan`}.`,
  ].join("\n\n");
}

function figures({ overall, totals, scan }: Report): string {
  const { known, unknown } = scan.coverage;
  return [
    "| | |\n|---|---|",
    `| Score of the account | ${scoreText(overall.score)} |`,
    `| Findings that fail | ${severities.map((each) => `${formatCount(totals.bySeverity[each])} ${each}`).join(", ")} |`,
    `| Verdicts | ${verdictStatuses.map((each) => `${formatCount(totals.byStatus[each])} ${each}`).join(", ")} |`,
    `| Facts | ${formatCount(known)} known, ${formatCount(unknown)} unknown |`,
  ].join("\n");
}

function findingRow(finding: Finding, checks: ReadonlyMap<string, CheckEntry>): string[] {
  const { status, severity, checkId, cause, streams } = finding;
  const title = checks.get(checkId)?.title;
  return [
    status === "fail" ? severityWords[severity] : `${statusWords[status]} (${severityWords[severity]})`,
    `${name(checkId)}${title === undefined ? "" : ` ${markdownText(title)}`}`,
    sentence(cause.label),
    formatCount(streams),
  ];
}

function decisionRow({ checkId, about, on, owner, words, expiresOn, state, because }: DecisionRow): string[] {
  return [
    name(checkId),
    `${about === "" ? "" : `${sentence(about)} `}(${sentence(on)})`,
    `${sentence(owner)}: ${sentence(words)}`,
    expiresOn,
    `${state}. ${sentence(because)}`,
  ];
}

function streamRow({ name: streamName, region, environment, score, verdicts }: ReportStream): string[] {
  const count = (status: string) => verdicts.filter((verdict) => verdict.status === status).length;
  return [
    name(streamName),
    name(region),
    environmentWords[environment.name],
    scoreText(score),
    String(count("fail")),
    String(count("unknown")),
  ];
}

/** The words of the checks that have findings, in the order of the registry. */
function fixes(findings: readonly Finding[], checks: readonly CheckEntry[]): string[] {
  const counts = new Map<string, number>();
  for (const { checkId } of findings) counts.set(checkId, (counts.get(checkId) ?? 0) + 1);
  return checks.flatMap(({ id, title, rationale, remediation }) => {
    const count = counts.get(id);
    if (count === undefined) return [];
    return [
      `**${id} ${markdownText(title)}** (${countOf(count, "finding")})\n${markdownText(rationale)} ${markdownText(remediation)}`,
    ];
  });
}

function tail({ tool, manifest }: Report): string {
  return `<sub>Weir ${markdownText(tool.version)}, rules ${name(manifest.rulesVersion)}, report ${name(manifest.reportSha256)}, snapshot ${name(manifest.snapshotSha256)}</sub>`;
}

function name(text: string): string {
  return markdownCode(cutText(text, nameLengthMax));
}

function sentence(text: string): string {
  return markdownText(cutText(text, nameLengthMax));
}
