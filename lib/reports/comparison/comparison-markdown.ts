import { accountTitle } from "@/lib/format/account-words";
import { changeMeaning, changeWords, streamChangeWords } from "@/lib/format/comparison-words";
import { formatCount } from "@/lib/format/count-of";
import { settingLabels } from "@/lib/format/setting-labels";
import { formatUtc } from "@/lib/format/utc-time";
import { severityWords } from "@/lib/format/words";
import { type FindingChange, findingChanges, type ScanComparison } from "@/lib/model/comparison";
import { scoreText } from "@/lib/reports/about-rows";
import { cutText } from "@/lib/reports/cut-text";
import { MarkdownPage } from "@/lib/reports/markdown-page";
import { markdownCode, markdownText } from "@/lib/reports/markdown-text";
import { sourceWords } from "@/lib/reports/scope-words";

/** GitHub refuses a comment of more than 65,536 characters. */
const lengthMax = 64_000;
const nameLengthMax = 300;

/** A comparison as GitHub-flavoured Markdown that fits a comment. */
export function comparisonToMarkdown(comparison: ScanComparison): string {
  const page = new MarkdownPage(lengthMax);
  page.put(head(comparison));
  page.put(figures(comparison));
  for (const kind of findingChanges)
    page.table(changeWords[kind], ["severity", "check", "what", "streams", "what differs"], {
      list: comparison.findings.filter(({ change }) => change === kind),
      write: findingRow,
      noun: "finding",
    });
  page.table("Streams", ["stream", "Region", "what", "before", "after"], {
    list: comparison.streams,
    write: ({ name: stream, region, change, before, after }) => [
      name(stream),
      name(region),
      streamChangeWords[change],
      change === "appeared" ? "" : scoreText(before),
      change === "gone" ? "" : scoreText(after),
    ],
    noun: "stream",
  });
  page.table("Who can do what", ["principal", "stream", "duty", "what"], {
    list: comparison.duties,
    write: ({ principal, name: stream, duty, change }) => [name(principal), name(stream), duty, change],
    noun: "change",
  });
  page.table("Settings", ["setting", "before", "after"], {
    list: comparison.settings,
    write: ({ name: setting, before = "", after = "" }) => [
      settingLabels[setting],
      name(before),
      name(after),
    ],
    noun: "setting",
  });
  page.end("Made by Weir. Nothing was changed in AWS.");
  return page.text;
}

function head({ before, after, set }: ScanComparison): string {
  const note = sourceWords(after);
  return [
    "# Weir: what changed between two scans",
    ...(note === undefined ? [] : [`> **${sentence(note)}**`]),
    `${accountTitle(after.accountIds, name)}, set \`${set}\`: from ${formatUtc(before.finishedAt)} (${before.regions.map(name).join(", ")}) to ${formatUtc(after.finishedAt)} (${after.regions.map(name).join(", ")}).`,
  ].join("\n\n");
}

function figures({ overall, counts, rulesChanged }: ScanComparison): string {
  const rows = findingChanges
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `| ${changeWords[kind]} | ${formatCount(counts[kind])} | ${changeMeaning[kind]} |`);
  return [
    "| | | |\n|---|---|---|",
    `| Score of the account | ${scoreText(overall.after)} | before: ${scoreText(overall.before)} |`,
    ...rows,
    ...(rulesChanged
      ? ["| Rules | changed | The two scans were judged by other versions of the rules. |"]
      : []),
  ].join("\n");
}

function findingRow({ severity, checkId, label, streams, details }: FindingChange): string[] {
  return [
    severityWords[severity],
    name(checkId),
    sentence(label),
    formatCount(streams),
    details.map(sentence).join(" "),
  ];
}

function name(text: string): string {
  return markdownCode(cutText(text, nameLengthMax));
}

function sentence(text: string): string {
  return markdownText(cutText(text, nameLengthMax * 2));
}
