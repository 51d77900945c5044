import { formatCount } from "@/lib/format/count-of";
import { gapReasonWords, environmentWords } from "@/lib/format/words";
import { duties, type DutyCell } from "@/lib/model/duty";
import type { ReportStream, StreamVerdict } from "@/lib/model/report";
import { scoreText } from "@/lib/reports/about-rows";
import { dutyWords } from "@/lib/reports/duty-words";
import { checksById, type CheckEntry, type ExportInput } from "@/lib/reports/export-input";
import { statusMark } from "@/lib/reports/html/findings";
import { markup, nameOf, type Markup } from "@/lib/reports/html/markup";
import { scoreBar } from "@/lib/reports/html/summary";
import { streamFacts } from "@/lib/reports/stream-facts";

/** Holders of one stream beyond it are counted. */
const holdersMax = 100;

/** The streams, each to open: its score, its facts, who can do what, and what each check says of it. */
export function* streamsSection({ report, checks }: ExportInput): Generator<Markup> {
  const byId = checksById(checks);
  yield markup`<section id="streams">
    <h2>Streams (${formatCount(report.streams.length)})</h2>
   `;
  if (report.streams.length === 0) yield markup`<p>None.</p>`;
  for (const stream of report.streams) yield entry(stream, byId);
  yield markup`</section>
`;
}

function entry(stream: ReportStream, checks: ReadonlyMap<string, CheckEntry>): Markup {
  const { name, arn, region, environment, score, verdicts } = stream;
  const fails = verdicts.filter(({ status }) => status === "fail").length;
  return markup`<details data-entry>
    <summary>
      <strong>${nameOf(name)}</strong>
      <span class="muted"
        >${nameOf(region)}, ${environmentWords[environment.name].toLowerCase()}, score ${scoreText(score)},
        ${formatCount(fails)} of ${formatCount(verdicts.length)} checks fail</span
      >
    </summary>
    <div>
      ${score === null ? undefined : scoreBar(score)}
      <p class="mono">${nameOf(arn)}</p>
      <dl>
        ${streamFacts(stream).map(
          ([what, value]) =>
            markup`<dt>${what}</dt>
              <dd>${nameOf(value)}</dd>`,
        )}
      </dl>
      <h3>Checklist</h3>
      <div class="frame">
        <table>
          <thead>
            <tr>
              <th scope="col">status</th>
              <th scope="col">check</th>
              <th scope="col">evidence</th>
              <th scope="col" class="number">points</th>
            </tr>
          </thead>
          <tbody>
            ${verdicts.map((verdict) => verdictRow(verdict, checks.get(verdict.checkId)))}
          </tbody>
        </table>
      </div>
      ${matrix(stream.duties)}
    </div>
  </details> `;
}

function verdictRow(verdict: StreamVerdict, check: CheckEntry | undefined): Markup {
  const { checkId, status, severity, evidence, gaps, reads, points } = verdict;
  return markup`<tr>
    <td>${statusMark(status, severity)}</td>
    <td><span class="mono">${nameOf(checkId)}</span> ${check?.title}</td>
    <td>
      ${nameOf(evidence)}${gaps.map(
        (gap) =>
          markup`<br><span class="unknown"
              >Not read: ${nameOf(gap.action)}, ${gapReasonWords[gap.reason]}</span
            >`,
      )}${reads.length === 0 ? undefined : markup`<br><span class="muted">Rests on ${[...new Set(reads.map(({ action, at }) => `${action} at ${at}`))].join(", ")}</span>`}
    </td>
    <td class="number">${points}</td>
  </tr>`;
}

/** Principals by duties, as words. */
function matrix(cells: readonly DutyCell[]): Markup | undefined {
  if (cells.length === 0) return undefined;
  const byPrincipal = new Map<string, DutyCell[]>();
  for (const cell of cells)
    byPrincipal.set(cell.principal, [...(byPrincipal.get(cell.principal) ?? []), cell]);
  const left = byPrincipal.size - holdersMax;
  return markup`<h3>Who can</h3>
    <div class="frame">
      <table>
        <thead>
          <tr>
            <th scope="col">principal</th>
            ${duties.map((duty) => markup`<th scope="col">${duty}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[...byPrincipal].slice(0, holdersMax).map(
            ([principal, held]) =>
              markup`<tr>
                <td class="mono">${nameOf(principal)}</td>
                ${duties.map(
                  (duty) =>
                    markup`<td>
                      ${held
                        .filter((cell) => cell.duty === duty)
                        .map(dutyWords)
                        .join("; ")}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${left > 0 ? markup`<p><strong>and ${formatCount(left)} more, in the CSV of duties</strong></p>` : undefined}`;
}
