import { placeWords } from "@/lib/format/account-words";
import { formatCount } from "@/lib/format/count-of";
import { gapAdvice } from "@/lib/format/gap-advice";
import { gapReasonWords, severityWords, statusWords } from "@/lib/format/words";
import type { Report } from "@/lib/model/report";
import { verdictStatuses } from "@/lib/model/verdict";
import { aboutRows } from "@/lib/reports/about-rows";
import { checkCounts } from "@/lib/reports/check-counts";
import { decisionRows } from "@/lib/reports/decision-rows";
import type { CheckEntry } from "@/lib/reports/export-input";
import { facts, grid, paragraph, section, type Part } from "@/lib/reports/pdf/parts";
import { pdfText } from "@/lib/reports/pdf/pdf-text";

/** Of what could not be read, and of what was decided; more are counted. */
const gapsMax = 300;
const decisionsMax = 300;
const decisionLengthMax = 600;

/** What a reader looks up: gaps, administrators, the checklist, the calls, the scope and the manifest. */
export function appendix(report: Report, checks: readonly CheckEntry[]): Part[] {
  return [
    ...gapParts(report),
    ...decisions(report),
    ...administrators(report),
    ...checklist(report, checks),
    ...calls(report),
    ...about(report),
  ];
}

function gapParts({ scan: { gaps } }: Report): Part[] {
  const left = gaps.length - gapsMax;
  return [
    section("Appendix: what could not be read"),
    gaps.length === 0
      ? paragraph("Every call gave an answer.")
      : grid(
          [["call"], ["why", 90], ["what settles it", 200]],
          gaps
            .slice(0, gapsMax)
            .map((gap) => [
              pdfText([gap.action, gap.resource ?? placeWords(gap)].filter(Boolean).join(" on ")),
              gapReasonWords[gap.reason],
              pdfText(gapAdvice(gap)),
            ]),
        ),
    ...(left > 0 ? [paragraph(`and ${formatCount(left)} more, in the CSV of gaps`)] : []),
  ];
}

function decisions(report: Report): Part[] {
  const rows = [...decisionRows(report)];
  if (rows.length === 0) return [];
  return [
    section("Appendix: accepted and confirmed"),
    grid(
      [["check", 70], ["what"], ["by whom and why", 150], ["until", 60], ["state", 90]],
      rows
        .slice(0, decisionsMax)
        .map((row) => [
          pdfText(row.checkId, 60),
          pdfText(`${row.about} (${row.on})`.trim(), decisionLengthMax),
          pdfText(`${row.owner}: ${row.words}`, decisionLengthMax),
          row.expiresOn,
          pdfText(`${row.state}. ${row.because}`, decisionLengthMax),
        ]),
    ),
    ...(rows.length > decisionsMax
      ? [paragraph(`and ${formatCount(rows.length - decisionsMax)} more, in the CSV of decisions`)]
      : []),
  ];
}

function administrators({ administrators: all }: Report): Part[] {
  if (all.length === 0) return [];
  return [
    section("Appendix: administrators"),
    grid(
      [["principal"], ["can do all", 180]],
      all.map(({ principal, standing, regions }) => [
        pdfText(principal),
        standing === "account-administrator"
          ? "in the account"
          : pdfText(`with every stream of ${regions.join(", ")}`),
      ]),
    ),
  ];
}

function checklist(report: Report, checks: readonly CheckEntry[]): Part[] {
  const counts = checkCounts(report);
  const ofSet = checks.filter(
    ({ id, set }) => counts.has(id) || report.scan.set === "full" || set === "course",
  );
  return [
    section("Appendix: checklist"),
    grid(
      [["check", 70], ["holds when it passes"], ["severity", 50], ["what came of it", 120]],
      ofSet.map(({ id, title, severity, isManual }) => [
        id,
        title,
        isManual ? "by a person" : severityWords[severity],
        outcomes(counts.get(id) ?? {}),
      ]),
    ),
  ];
}

function outcomes(counts: Partial<Record<(typeof verdictStatuses)[number], number>>): string {
  const came = verdictStatuses.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${statusWords[status].toLowerCase()}`];
  });
  return came.join(", ") || "no verdict";
}

function calls({ scan }: Report): Part[] {
  if (scan.calls.length === 0) return [];
  return [
    section("Appendix: calls"),
    grid(
      [["operation"], ["Region", 90], ["calls", 50], ["throttled", 50]],
      scan.calls.map(({ operation, count, throttled, ...place }) => [
        pdfText(operation),
        pdfText(placeWords(place)),
        { text: formatCount(count), alignment: "right" },
        { text: formatCount(throttled), alignment: "right" },
      ]),
    ),
  ];
}

function about(report: Report): Part[] {
  return [
    section("Appendix: scope and manifest"),
    facts([...aboutRows({ report })].map(([what, value]) => [what, String(value)])),
    paragraph(
      "This file holds the report that it was made from, as the attachment weir-report.json; weir verify holds one to the other.",
      "muted",
    ),
  ];
}
