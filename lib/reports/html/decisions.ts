import { formatCount } from "@/lib/format/count-of";
import type { Report } from "@/lib/model/report";
import { decisionRows } from "@/lib/reports/decision-rows";
import { markup, nameOf, type Markup } from "@/lib/reports/html/markup";

/** What people accepted and confirmed, what no longer holds included. */
export function decisionsSection(report: Report): Markup {
  const rows = [...decisionRows(report)];
  return markup`<section id="decisions">
    <h2>Accepted and confirmed (${formatCount(rows.length)})</h2>
    ${rows.length === 0 ? markup`<p>Nothing.</p>` : undefined}
    ${rows.map(
      ({ checkId, about, on, owner, words, createdAt, expiresOn, state, because }) =>
        markup`<details data-entry>
          <summary>
            <span class="mono">${nameOf(checkId)}</span> ${nameOf(about === "" ? on : about)}
            <span class="muted">${state}, until ${expiresOn}</span>
          </summary>
          <div>
            <p>${nameOf(owner)}: ${nameOf(words)}</p>
            <p>On ${nameOf(on)}. ${nameOf(because)}</p>
            <p class="muted">Decided ${createdAt}</p>
          </div>
        </details> `,
    )}
  </section> `;
}
