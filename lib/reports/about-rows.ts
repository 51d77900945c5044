import { accountsIn } from "@/lib/model/scan-scope";
import { settingLabels } from "@/lib/format/setting-labels";
import { inactiveWords } from "@/lib/format/inactive-words";
import { formatUtc } from "@/lib/format/utc-time";
import { severityWords, statusWords } from "@/lib/format/words";
import { severities, verdictStatuses } from "@/lib/model/verdict";
import type { Report, Score } from "@/lib/model/report";
import { auditSettingsSchema, type AuditSettings } from "@/lib/model/settings";
import type { ExportInput } from "@/lib/reports/export-input";
import { countWords, filterWords, sourceWords } from "@/lib/reports/scope-words";

/** What a file is of, by whom, when, and by which rules: the manifest for people. */
export function* aboutRows({
  report,
}: Pick<ExportInput, "report">): Generator<readonly [string, string | number]> {
  const { scan, tool, manifest, totals } = report;
  const note = sourceWords(scan);
  if (note !== undefined) yield ["Note", note];
  yield scan.accounts.length === 1 ? ["Account", scan.accountId] : ["Accounts", accountsIn(scan).join(", ")];
  if (scan.inactiveAccounts) yield ["Accounts not read", inactiveWords(scan.inactiveAccounts)];
  yield ["Regions", scan.regions.join(", ")];
  yield ["Checks", scan.set === "course" ? "those of the course" : "all"];
  yield ["Source", scan.endpoint === undefined ? scan.source : `${scan.source} ${scan.endpoint}`];
  yield ["Scanned by", scan.accounts.map(({ identityArn }) => identityArn).join(", ")];
  yield ["Scan began", formatUtc(scan.startedAt)];
  if (scan.resumedAt !== undefined) yield ["Scan went on", formatUtc(scan.resumedAt)];
  yield ["Scan ended", formatUtc(scan.finishedAt)];
  yield ["Scan", scan.id];
  yield ["Filter", filterWords(report) || "none: the whole scan"];
  yield ["Shown", countWords(report)];
  yield ["Score of the account", scoreText(report.overall.score)];
  for (const severity of severities)
    yield [`Findings that fail, ${severityWords[severity].toLowerCase()}`, totals.bySeverity[severity]];
  for (const status of verdictStatuses)
    yield [`Verdicts, ${statusWords[status].toLowerCase()}`, totals.byStatus[status]];
  yield ["Facts known", scan.coverage.known];
  yield ["Facts not known", scan.coverage.unknown];
  yield ["Policies that could not be read", totals.unreadableDocuments];
  yield* settingRows(report.settings);
  yield ["Weir", tool.version];
  yield ["Rules", manifest.rulesVersion];
  yield ["SHA-256 of the report", manifest.reportSha256];
  yield ["SHA-256 of the snapshot", manifest.snapshotSha256];
}

/** What the report was judged by. */
function* settingRows(settings: AuditSettings): Generator<readonly [string, string | number]> {
  for (const name of auditSettingsSchema.keyof().options)
    yield [`Setting: ${settingLabels[name]}`, settingText(settings[name])];
}

function settingText(value: AuditSettings[keyof AuditSettings]): string | number {
  if (value === undefined) return "not declared";
  if (typeof value === "number") return value;
  const parts =
    typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).map(([name, each]) => `${name} = ${each}`)
      : [value].flat();
  return parts.filter((part) => part !== "").join(", ") || "none";
}

/** `62 of 100, grade C`, `62 to 71 of 100, grade C`, `none`. */
export function scoreText(score: Report["overall"]["score"]): string {
  return score === null ? "none" : `${rangeText(score)} of 100, grade ${score.grade}`;
}

export function rangeText({ worst, best }: Score): string {
  return worst === best ? String(worst) : `${worst} to ${best}`;
}
