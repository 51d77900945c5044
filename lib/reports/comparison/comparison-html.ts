import { accountTitle } from "@/lib/format/account-words";
import { changeMeaning, changeWords, streamChangeWords } from "@/lib/format/comparison-words";
import { formatCount } from "@/lib/format/count-of";
import { settingLabels } from "@/lib/format/setting-labels";
import { formatUtc } from "@/lib/format/utc-time";
import { severityWords } from "@/lib/format/words";
import { findingChanges, type FindingChangeKind, type ScanComparison } from "@/lib/model/comparison";
import { scoreText } from "@/lib/reports/about-rows";
import { markup, Markup, nameOf } from "@/lib/reports/html/markup";
import { style } from "@/lib/reports/html/style";
import { sourceWords } from "@/lib/reports/scope-words";

/** A comparison as one page that loads nothing and runs nothing. */
export function comparisonToHtml(comparison: ScanComparison): string {
  const { before, after, overall, set } = comparison;
  const note = sourceWords(after);
  return markup`${new Markup("<!DOCTYPE html>\n")}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Weir comparison</title>
<style>${new Markup(style)}</style>
</head>
<body>
${note === undefined ? undefined : markup`<div class="note">${nameOf(note)}</div>`}
<header>
<h1>What changed between two scans</h1>
<p>${nameOf(accountTitle(after.accountIds))}, set ${set}: from ${formatUtc(before.finishedAt)} to ${formatUtc(after.finishedAt)}. Nothing was changed in AWS.</p>
</header>
<main>
${table("Figures", ["", "before", "after"], [["Score of the account", scoreText(overall.before), scoreText(overall.after)]])}
${comparison.rulesChanged ? markup`<p>The two scans were judged by other versions of the rules.</p>` : undefined}
${findingChanges.map((kind) => findings(kind, comparison))}
${streams(comparison)}
${duties(comparison)}
${settings(comparison)}
</main>
</body>
</html>
`.text;
}

function findings(kind: FindingChangeKind, comparison: ScanComparison): Markup | undefined {
  const rows = comparison.findings
    .filter(({ change }) => change === kind)
    .map(({ severity, checkId, label, streams: count, details }) => [
      severityWords[severity],
      checkId,
      nameOf(label),
      formatCount(count),
      nameOf(details.join(" ")),
    ]);
  if (rows.length === 0) return undefined;
  const title = `${changeWords[kind]} (${formatCount(rows.length)})`;
  return markup`${table(title, ["severity", "check", "what", "streams", "what differs"], rows, changeMeaning[kind])}`;
}

function streams({ streams: changes }: ScanComparison): Markup | undefined {
  const rows = changes.map(({ name, region, change, before, after }) => [
    nameOf(name),
    nameOf(region),
    streamChangeWords[change],
    change === "appeared" ? "" : scoreText(before),
    change === "gone" ? "" : scoreText(after),
  ]);
  return rows.length === 0
    ? undefined
    : table(`Streams (${formatCount(rows.length)})`, ["stream", "Region", "what", "before", "after"], rows);
}

function duties({ duties: changes }: ScanComparison): Markup | undefined {
  const rows = changes.map(({ principal, name, duty, change }) => [
    nameOf(principal),
    nameOf(name),
    duty,
    change,
  ]);
  return rows.length === 0
    ? undefined
    : table(`Who can do what (${formatCount(rows.length)})`, ["principal", "stream", "duty", "what"], rows);
}

function settings({ settings: changes }: ScanComparison): Markup | undefined {
  const rows = changes.map(({ name, before = "", after = "" }) => [
    settingLabels[name],
    nameOf(before),
    nameOf(after),
  ]);
  return rows.length === 0
    ? undefined
    : table(`Settings (${formatCount(rows.length)})`, ["setting", "before", "after"], rows);
}

function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
  meaning?: string,
): Markup {
  return markup`<section>
<h2>${title}</h2>
${meaning === undefined ? undefined : markup`<p class="muted">${meaning}</p>`}
<div class="frame"><table>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
</section>
`;
}
