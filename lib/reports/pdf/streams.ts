import { gapReasonWords } from "@/lib/format/words";
import { duties, type DutyCell } from "@/lib/model/duty";
import type { ReportStream } from "@/lib/model/report";
import { scoreText } from "@/lib/reports/about-rows";
import { dutyWords } from "@/lib/reports/duty-words";
import type { CheckEntry } from "@/lib/reports/export-input";
import {
  facts,
  grid,
  paragraph,
  scoreBar,
  section,
  status,
  subsection,
  type Part,
} from "@/lib/reports/pdf/parts";
import { pdfText } from "@/lib/reports/pdf/pdf-text";
import { streamFacts } from "@/lib/reports/stream-facts";

/** Holders of one stream beyond it are counted. */
const holdersMax = 40;
/** Of one verdict; more are counted. */
const gapsMax = 5;

/** A section a stream: its score, its facts, what each check says, and who can do what. */
export function streamParts(
  streams: readonly ReportStream[],
  checks: ReadonlyMap<string, CheckEntry>,
): Part[] {
  if (streams.length === 0) return [];
  return [section("Streams"), ...streams.flatMap((stream, index) => streamPart(stream, checks, index > 0))];
}

function streamPart(stream: ReportStream, checks: ReadonlyMap<string, CheckEntry>, ownPage: boolean): Part[] {
  const { name, arn, score, verdicts } = stream;
  return [
    subsection(name, ownPage),
    { text: pdfText(arn), style: "mono" },
    paragraph(`Score ${scoreText(score)}`),
    ...(score === null ? [] : [scoreBar(score.worst, score.best)]),
    facts(streamFacts(stream)),
    grid(
      [["status", 62], ["check", 110], ["evidence"], ["points", 32]],
      verdicts.map(({ status: of, severity, checkId, evidence, gaps, points }) => [
        status(of, severity),
        `${pdfText(checkId)}\n${checks.get(checkId)?.title ?? ""}`,
        [
          pdfText(evidence, 1200),
          ...gaps.slice(0, gapsMax).map(({ action, reason }) => ({
            text: `Not read: ${pdfText(action)}, ${gapReasonWords[reason]}`,
            style: "unknown",
          })),
          ...(gaps.length > gapsMax ? [`and ${gaps.length - gapsMax} more`] : []),
        ],
        { text: String(points), alignment: "right" },
      ]),
    ),
    ...holders(stream.duties),
  ];
}

function holders(cells: readonly DutyCell[]): Part[] {
  const byPrincipal = new Map<string, DutyCell[]>();
  for (const cell of cells) {
    const held = byPrincipal.get(cell.principal);
    if (held) held.push(cell);
    else byPrincipal.set(cell.principal, [cell]);
  }
  if (byPrincipal.size === 0) return [];
  const left = byPrincipal.size - holdersMax;
  const rows = [...byPrincipal].slice(0, holdersMax).map(([principal, held]) => {
    const byDuty = duties.map((duty) =>
      held
        .filter((cell) => cell.duty === duty)
        .map(dutyWords)
        .join("; "),
    );
    return [pdfText(principal, 200)].concat(byDuty);
  });
  return [
    { text: "Who can", bold: true },
    grid([["principal"], ...duties.map((duty): [string, number] => [duty, 48])], rows),
    ...(left > 0 ? [paragraph(`and ${left} more, in the CSV of duties`)] : []),
  ];
}
