import { placeWords } from "@/lib/format/account-words";
import { formatCount } from "@/lib/format/count-of";
import { gapAdvice } from "@/lib/format/gap-advice";
import { gapReasonWords, severityWords, statusWords } from "@/lib/format/words";
import { verdictStatuses } from "@/lib/model/verdict";
import type { Report } from "@/lib/model/report";
import { aboutRows } from "@/lib/reports/about-rows";
import { checkCounts } from "@/lib/reports/check-counts";
import type { CheckEntry, ExportInput } from "@/lib/reports/export-input";
import { markup, nameOf, type Markup } from "@/lib/reports/html/markup";

const reachOfStanding: Readonly<Partial<Record<Report["administrators"][number]["standing"], string>>> = {
  "account-administrator": "in the account",
  "shadow-administrator": "in the account, after one step",
};

/** What could not be read, by name, and what settles it. */
export function gapsSection({ scan }: Report): Markup {
  return markup`<section id="gaps">
    <h2>What could not be read (${formatCount(scan.gaps.length)})</h2>
    ${scan.gaps.length === 0 ? markup`<p>Every call gave an answer.</p>` : undefined}
    ${scan.gaps.map(
      (gap) =>
        markup`<details data-entry>
          <summary>
            <span class="mono">${nameOf(gap.action)}</span>
            <span class="unknown">${gapReasonWords[gap.reason]}</span>
            ${gap.resource === undefined ? placeWords(gap) : nameOf(gap.resource)}
          </summary>
          <div>
            <p>${nameOf(gap.message)}</p>
            <p>${gapAdvice(gap)}</p>
          </div>
        </details> `,
    )}
  </section> `;
}

/** Those who can do so much that it is said once. */
export function administratorsSection({ administrators }: Report): Markup {
  return markup`<section id="administrators">
    <h2>Administrators (${formatCount(administrators.length)})</h2>
    ${
      administrators.length === 0
        ? markup`<p>None.</p>`
        : markup`<div class="frame">
            <table>
              <thead>
                <tr>
                  <th scope="col">principal</th>
                  <th scope="col">can do all</th>
                </tr>
              </thead>
              <tbody>
                ${administrators.map(
                  ({ principal, standing, regions }) =>
                    markup`<tr>
                      <td class="mono">${nameOf(principal)}</td>
                      <td>
                        ${reachOfStanding[standing] ?? `with every stream of ${regions.join(", ")}`}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section> `;
}

/** The checklist with what came of each check, the calls, and by whom, when and by which rules. */
export function appendix(input: ExportInput): Markup {
  const { report, checks } = input;
  const counts = checkCounts(report);
  const ofSet = checks.filter(
    ({ id, set }) => counts.has(id) || report.scan.set === "full" || set === "course",
  );
  return markup`<section id="checklist">
      <h2>Checklist (${formatCount(ofSet.length)})</h2>
      ${ofSet.map((check) => checkEntry(check, counts.get(check.id) ?? {}))}
    </section>
    <section id="calls">
      <h2>Calls</h2>
      ${
        report.scan.calls.length === 0
          ? markup`<p>None were counted.</p>`
          : markup`<div class="frame">
              <table>
                <thead>
                  <tr>
                    <th scope="col">operation</th>
                    <th scope="col">Region</th>
                    <th scope="col" class="number">calls</th>
                    <th scope="col" class="number">throttled</th>
                  </tr>
                </thead>
                <tbody>
                  ${report.scan.calls.map(
                    ({ operation, count, throttled, ...place }) =>
                      markup`<tr>
                        <td class="mono">${nameOf(operation)}</td>
                        <td>${nameOf(placeWords(place))}</td>
                        <td class="number">${formatCount(count)}</td>
                        <td class="number">${formatCount(throttled)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>
    <section id="about">
      <h2>Scope and manifest</h2>
      <dl>
        ${[...aboutRows(input)].map(
          ([what, value]) =>
            markup`<dt>${what}</dt>
              <dd>${typeof value === "number" ? formatCount(value) : nameOf(value)}</dd>`,
        )}
      </dl>
    </section> `;
}

function checkEntry(check: CheckEntry, counts: Readonly<Partial<Record<string, number>>>): Markup {
  const came = verdictStatuses.flatMap((status) => {
    const count = counts[status] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${statusWords[status].toLowerCase()}`];
  });
  return markup`<details data-entry>
    <summary>
      <span class="mono">${check.id}</span> ${check.title}
      <span class="muted"
        >${check.isManual ? "by a person" : severityWords[check.severity].toLowerCase()}, ${came.join(", ") || "no verdict"}</span
      >
    </summary>
    <div>
      <p>${check.rationale}</p>
      <p>${check.looksAt}</p>
      <p><strong>How to fix:</strong> ${check.remediation}</p>
      <p class="muted">${check.sources.join(" ")}</p>
    </div>
  </details> `;
}
