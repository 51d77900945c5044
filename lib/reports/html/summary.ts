import { formatCount } from "@/lib/format/count-of";
import { severityWords, statusWords } from "@/lib/format/words";
import type { Report, Score } from "@/lib/model/report";
import { severities, verdictStatuses } from "@/lib/model/verdict";
import { rangeText, scoreText } from "@/lib/reports/about-rows";
import { markup, type Markup } from "@/lib/reports/html/markup";

/** The figures of the scan, with pictures that say the same as their words. */
export function summary({ overall, totals, scan, administrators }: Report): Markup {
  return markup`<section id="summary">
    <h2>Summary</h2>
    <div class="figures">
      <div>
        <h3>Score of the account: ${scoreText(overall.score)}</h3>
        ${overall.score === null ? undefined : scoreBar(overall.score)}
        <p class="muted">From worst to best: what is hatched is not known.</p>
        <p>
          ${formatCount(administrators.length)} administrators can do all on every stream of the account or of
          a Region.
        </p>
      </div>
      <div>
        <h3>Findings that fail</h3>
        ${bars(severities.map((each) => ({ name: severityWords[each], kind: each, count: totals.bySeverity[each] })))}
      </div>
      <div>
        <h3>Verdicts</h3>
        ${bars(verdictStatuses.map((each) => ({ name: statusWords[each], kind: each, count: totals.byStatus[each] })))}
        <p class="muted">
          ${formatCount(scan.coverage.known)} facts are known, ${formatCount(scan.coverage.unknown)} are not.
        </p>
      </div>
    </div>
  </section> `;
}

/** Filled to worst, hatched from worst to best. */
export function scoreBar(score: Score): Markup {
  const { worst, best } = score;
  return markup`<svg
    viewBox="0 0 300 18"
    width="300"
    height="18"
    role="img"
    aria-label="${rangeText(score)} of 100"
  >
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="5" fill="var(--unknown)"></rect>
      </pattern>
    </defs>
    <rect width="300" height="12" y="3" fill="var(--sunken)" stroke="var(--line)"></rect>
    <rect width="${worst * 3}" height="12" y="3" fill="var(--accent)"></rect>
    <rect x="${worst * 3}" width="${(best - worst) * 3}" height="12" y="3" fill="url(#hatch)"></rect>
  </svg>`;
}

interface Bar {
  readonly name: string;
  readonly kind: string;
  readonly count: number;
}

function bars(entries: readonly Bar[]): Markup {
  const most = Math.max(1, ...entries.map(({ count }) => count));
  const label = entries.map(({ name, count }) => `${name}: ${formatCount(count)}`).join(", ");
  const height = entries.length * 20;
  return markup`<svg
    viewBox="0 0 300 ${height}"
    width="300"
    height="${height}"
    role="img"
    aria-label="${label}"
  >
    ${entries.map(
      ({ name, kind, count }, index) =>
        markup`<text x="0" y="${index * 20 + 14}">${name}</text
          ><rect
            x="104"
            y="${index * 20 + 4}"
            width="${Math.max(count > 0 ? 2 : 0, Math.round((count / most) * 140))}"
            height="12"
            class="bar-${kind}"
            fill="${fillOf(kind)}"
          ></rect
          ><text x="${108 + Math.round((count / most) * 140)}" y="${index * 20 + 14}"
            >${formatCount(count)}</text
          >`,
    )}
  </svg>`;
}

function fillOf(kind: string): string {
  if (kind === "fail") return "var(--critical)";
  return ["critical", "high", "medium", "low", "pass", "unknown"].includes(kind)
    ? `var(--${kind})`
    : "var(--muted)";
}
