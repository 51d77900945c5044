import { accountTitle } from "@/lib/format/account-words";
import { accountsIn } from "@/lib/model/scan-scope";
import { identityWords } from "@/lib/reports/scope-words";
import { formatCount } from "@/lib/format/count-of";
import { formatUtc } from "@/lib/format/utc-time";
import { severityWords, statusWords } from "@/lib/format/words";
import { severities, verdictStatuses } from "@/lib/model/verdict";
import { countOf } from "@/lib/format/count-of";
import type { Finding, Report } from "@/lib/model/report";
import { scoreText } from "@/lib/reports/about-rows";
import type { Digest } from "@/lib/reports/digest";
import {
  bars,
  colors,
  facts,
  grid,
  paragraph,
  scoreBar,
  section,
  status,
  type Part,
} from "@/lib/reports/pdf/parts";
import { pdfText } from "@/lib/reports/pdf/pdf-text";
import { countWords, filterWords, sourceWords } from "@/lib/reports/scope-words";

/** What is reported, on a page of its own, and where what stands. */
export function cover({ report, left }: Digest): Part[] {
  const { scan, overall } = report;
  const note = sourceWords(scan);
  const filter = filterWords(report);
  return [
    { text: "Security of Kinesis data streams", fontSize: 26, bold: true, margin: [0, 130, 0, 8] },
    paragraph(`${accountTitle(accountsIn(scan))}, ${scan.regions.join(", ")}`, "lead"),
    ...(note === undefined ? [] : [{ text: pdfText(note), style: "note" }]),
    facts([
      ["Scanned", formatUtc(scan.finishedAt)],
      ["By", identityWords(scan)],
      ["Checks", scan.set === "course" ? "those of the course" : "all"],
      ["Shown", countWords(report)],
      [
        "Filter",
        filter === ""
          ? "none: the whole scan"
          : `${filter}. Figures of the summary are those of the whole scan.`,
      ],
      ["Score", scoreText(overall.score)],
    ]),
    ...(left === undefined
      ? []
      : [
          {
            text: `This file leaves out ${countOf(left.findings, "finding")} and ${countOf(left.streams, "stream")}, and what it does not show, because it would be too large to read: the CSV and JSON of this scan have all.`,
            style: "note",
          },
        ]),
    { toc: { title: { text: "Contents", style: "h1", pageBreak: "before" } } },
  ];
}

export function summary({ overall, totals, scan, administrators }: Report): Part[] {
  return [
    section("Summary"),
    { text: `Score of the account: ${scoreText(overall.score)}`, style: "h2" },
    ...(overall.score === null ? [] : [scoreBar(overall.score.worst, overall.score.best)]),
    paragraph(
      "Filled to the worst that the facts allow, hatched to the best: what is hatched is not known.",
      "muted",
    ),
    { text: "Findings that fail", style: "h2" },
    bars(
      severities.map((each) => ({
        name: severityWords[each],
        color: colors[each],
        count: totals.bySeverity[each],
      })),
    ),
    { text: "Verdicts", style: "h2" },
    bars(
      verdictStatuses.map((each) => ({
        name: statusWords[each],
        color: colorOf(each),
        count: totals.byStatus[each],
      })),
    ),
    paragraph(
      `${formatCount(scan.coverage.known)} facts are known, ${formatCount(scan.coverage.unknown)} are not. ${countOf(administrators.length, "administrator")} can do all on every stream of the account or of a Region.`,
    ),
  ];
}

export function findingsList(findings: readonly Finding[]): Part[] {
  return [
    section("Findings"),
    ...(findings.length === 0
      ? [paragraph("None.")]
      : [
          grid(
            [["severity", 62], ["check", 70], ["what is so"], ["streams", 40]],
            findings.map(({ status: of, severity, checkId, cause, streams }) => [
              status(of, severity),
              pdfText(checkId),
              pdfText(cause.label),
              { text: formatCount(streams), alignment: "right" },
            ]),
          ),
        ]),
  ];
}

function colorOf(of: (typeof verdictStatuses)[number]): string {
  if (of === "fail") return colors.critical;
  return of === "pass" || of === "unknown" ? colors[of] : colors.muted;
}
