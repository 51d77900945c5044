import { accountsIn } from "@/lib/model/scan-scope";
import { formatUtc } from "@/lib/format/utc-time";
import { countOf } from "@/lib/format/count-of";
import { bucketMeaning, bucketWords } from "@/lib/format/reconciliation-words";
import { statusWords } from "@/lib/format/words";
import {
  rowBuckets,
  type ComparedRow,
  type Reconciliation,
  type UnmatchedRow,
} from "@/lib/model/reconciliation";
import { cutText } from "@/lib/reports/cut-text";
import { MarkdownPage } from "@/lib/reports/markdown-page";
import { markdownCode, markdownText } from "@/lib/reports/markdown-text";
import { toolNames } from "@/lib/reports/reconcile/counterparts";
import { sourceWords } from "@/lib/reports/scope-words";

/** GitHub refuses a comment of more than 65,536 characters. */
const lengthMax = 64_000;
const nameLengthMax = 300;

/** A reconciliation as GitHub-flavoured Markdown that fits a comment. */
export function reconciliationToMarkdown(reconciliation: Reconciliation): string {
  const { disagree, undecided, agree, onlyThere, unreadable, aside, onlyHere } = reconciliation;
  const page = new MarkdownPage(lengthMax);
  page.put(head(reconciliation));
  page.put(figures(reconciliation));
  const compared = ["line", "stream", "theirs", "here", "because"];
  for (const [bucket, list] of [
    ["disagree", disagree],
    ["undecided", undecided],
  ] as const)
    page.table(bucketWords[bucket], compared, { list, write: comparedRow, noun: "row" });
  page.table(bucketWords["only-there"], ["line", "stream", "theirs", "because"], {
    list: onlyThere,
    write: unmatchedRow,
    noun: "row",
  });
  page.table("Could not be read", ["line", "what is wrong"], {
    list: unreadable,
    write: ({ line, problem }) => [String(line), sentence(problem)],
    noun: "row",
  });
  page.table("Only here: streams that the file does not name", ["check", "theirs", "streams"], {
    list: onlyHere.silent,
    write: ({ checkId, theirChecks, streams }) => [
      name(checkId),
      theirChecks.map(name).join(" "),
      cutText(streams.map((stream) => name(stream.name)).join(" "), 2000),
    ],
    noun: "check",
  });
  page.table("Only here: checks that the other tool does not have", ["check", "fail", "unknown"], {
    list: onlyHere.unasked,
    write: ({ checkId, failing, unknown }) => [name(checkId), String(failing), String(unknown)],
    noun: "check",
  });
  page.table(bucketWords.agree, compared, { list: agree, write: comparedRow, noun: "row" });
  page.table(bucketWords.aside, ["what", "rows"], {
    list: aside,
    write: ({ what, rows }) => [sentence(what), String(rows)],
    noun: "kind",
  });
  page.end("Made by Weir. The file was read and not kept.");
  return page.text;
}

function head({ scan, tools, rows }: Reconciliation): string {
  const note = sourceWords(scan);
  const from = tools.map((tool) => toolNames[tool]).join(" and ") || "another tool";
  return [
    "# Weir: findings of another tool beside this scan",
    ...(note === undefined ? [] : [`> **${sentence(note)}**`]),
    `${countOf(rows, "row")} of ${from}, beside the scan of account ${accountsIn(scan).map(name).join(", ")}, set \`${scan.set}\`, of ${formatUtc(scan.finishedAt)} (${scan.regions.map(name).join(", ")}).`,
  ].join("\n\n");
}

function figures({ counts }: Reconciliation): string {
  const rows = rowBuckets.map(
    (bucket) => `| ${bucketWords[bucket]} | ${counts[bucket]} | ${bucketMeaning[bucket]} |`,
  );
  return ["| | rows | |\n|---|---|---|", ...rows].join("\n");
}

function comparedRow({ line, theirs, streamName, checkId, status, because }: ComparedRow): string[] {
  return [
    String(line),
    name(streamName),
    `${name(theirs.checkId)} ${name(theirs.word)}`,
    `${name(checkId)} ${statusWords[status].toLowerCase()}`,
    because.map(sentence).join(" "),
  ];
}

function unmatchedRow({ line, theirs, because }: UnmatchedRow): string[] {
  return [
    String(line),
    name(theirs.streamArn),
    `${name(theirs.checkId)} ${name(theirs.word)}`,
    sentence(because),
  ];
}

function name(text: string): string {
  return markdownCode(cutText(text, nameLengthMax));
}

function sentence(text: string): string {
  return markdownText(cutText(text, nameLengthMax * 2));
}
