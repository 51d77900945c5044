import { accountTitle } from "@/lib/format/account-words";
import { accountsIn } from "@/lib/model/scan-scope";
import { identityWords } from "@/lib/reports/scope-words";
import { countOf } from "@/lib/format/count-of";
import { formatUtc } from "@/lib/format/utc-time";
import { digestOf, type Digest } from "@/lib/reports/digest";
import { embeddedDigest } from "@/lib/reports/embedded";
import type { CheckEntry, ExportInput } from "@/lib/reports/export-input";
import { administratorsSection, appendix, gapsSection } from "@/lib/reports/html/appendix";
import { decisionsSection } from "@/lib/reports/html/decisions";
import { findingsSection } from "@/lib/reports/html/findings";
import { markup, Markup, nameOf } from "@/lib/reports/html/markup";
import { policy, script } from "@/lib/reports/html/script";
import { streamsSection } from "@/lib/reports/html/streams";
import { style } from "@/lib/reports/html/style";
import { summary } from "@/lib/reports/html/summary";
import { countWords, filterWords, sourceWords } from "@/lib/reports/scope-words";

/** What a browser opens without effort; the file stays below 20 MB. */
const htmlLimits = { findings: 2000, streams: 1000, characters: 6_000_000 };

/** A report as one page that loads nothing, opens without a network, and holds the report itself. */
export function toHtml({ report, checks }: ExportInput): Generator<string> {
  return renderHtml(digestOf(report, htmlLimits), checks);
}

/** The page of a digest: the same digest gives the same bytes, so that what a page shows can be held to what it holds. */
export function* renderHtml(digest: Digest, checks: readonly CheckEntry[]): Generator<string> {
  const { report } = digest;
  const input = { report, checks, fonts: () => Promise.reject(new Error("A page needs no fonts.")) };
  yield top(digest).text;
  yield summary(report).text;
  for (const part of findingsSection(input)) yield part.text;
  yield gapsSection(report).text;
  yield decisionsSection(report).text;
  yield administratorsSection(report).text;
  for (const part of streamsSection(input)) yield part.text;
  yield appendix(input).text;
  yield `</main>
<footer class="muted"><p>Made by Weir. This file holds the report that it was made from; <code>weir verify</code> holds one to the other.</p></footer>
<script type="application/json" id="weir-report">${embeddedDigest(digest)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function top({ report, left }: Digest): Markup {
  const { scan } = report;
  const note = sourceWords(scan);
  const filter = filterWords(report);
  return markup`${new Markup("<!DOCTYPE html>\n")}
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>Weir report</title>
        <style>
          ${new Markup(style)}
        </style>
      </head>
      <body>
        ${note === undefined ? undefined : markup`<div class="note">${nameOf(note)}</div>`}
        <header>
          <h1>Security of Kinesis data streams</h1>
          <p>
            ${nameOf(accountTitle(accountsIn(scan)))}, ${nameOf(scan.regions.join(", "))}. Scanned
            ${formatUtc(scan.finishedAt)} by <span class="mono">${nameOf(identityWords(scan))}</span>.
          </p>
          <p>
            This file shows
            ${countWords(report)}${filter === "" ? undefined : markup`; filter: ${nameOf(filter)}. The figures of the summary are those of the whole scan`}.
          </p>
          ${left && markup`<p><strong>It leaves out ${countOf(left.findings, "finding")} and ${countOf(left.streams, "stream")}, and what it does not show, because it would be too large to open: the JSON of this scan has all.</strong></p>`}
          <nav aria-label="Parts of the report">
            <ul>
              ${sections.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
          <div class="search" role="search" hidden>
            <label for="search">Find</label><input id="search" type="search" autocomplete="off"><output
              id="found"
              for="search"
              aria-live="polite"
            ></output>
          </div>
        </header>
        <main>
     `;
}

const sections = [
  ["summary", "Summary"],
  ["findings", "Findings"],
  ["gaps", "What could not be read"],
  ["decisions", "Accepted and confirmed"],
  ["administrators", "Administrators"],
  ["streams", "Streams"],
  ["checklist", "Checklist"],
  ["calls", "Calls"],
  ["about", "Scope and manifest"],
] as const;
