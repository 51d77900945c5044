import "server-only";
import type { Report } from "@/lib/model/report";
import { canonicalJson } from "@/lib/scan/report/canonical-json";
import { sealManifest } from "@/lib/scan/report/seal-manifest";
import { sha256 } from "@/lib/scan/sha256";
import { refuse } from "@/lib/server/api-query";
import { filterFindings, findingFilterParameters, parseFindingFilter } from "@/lib/server/finding-filter";
import { QueryReader } from "@/lib/server/query";
import { filterStreams, parseStreamFilter, streamFilterParameters } from "@/lib/server/stream-filter";

const views = ["findings", "streams"] as const;

/** `view` says which page's filters the others are: those of the findings, if it is left out. */
export const narrowingParameters: readonly string[] = [
  ...new Set(["view", ...findingFilterParameters, ...streamFilterParameters]),
];

/** Parameters that turn pages or set an order, and leave nothing out of a file. */
const arranging = new Set(["set", "view", "page", "sort", "dir"]);

/**
 * What the filters of a page leave of a report. The file says what was asked for, and that its totals are
 * those of the whole scan; filters of the stream list leave the findings that weigh on one of its streams.
 */
export function narrowReport(report: Report, query: URLSearchParams): Report {
  const reader = new QueryReader(query);
  const view = reader.oneOf("view", views) ?? "findings";
  refuse(reader.problems);
  const asked = [...query].filter(([name, value]) => !arranging.has(name) && value !== "");
  // In the order of their names, so that the same filter gives the same file however the page wrote it.
  const filter = Object.fromEntries(asked.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return view === "findings" ? byFindings(report, query, filter) : byStreams(report, query, filter);
}

/** The findings that are left, with the streams that they weigh on, or the one stream or principal that was asked for. */
function byFindings(report: Report, query: URLSearchParams, filter: Record<string, string>): Report {
  rejectForeign(query, findingFilterParameters);
  const parsed = parseFindingFilter(query);
  refuse(parsed.problems);
  const { stream: wanted, principal } = parsed.filter;
  const findings = filterFindings(report, parsed.filter);
  const arns = new Set(findings.flatMap(({ streamArns }) => streamArns));
  const streams = report.streams.filter(({ arn, name, duties }) => {
    if (wanted !== undefined) return arn === wanted || name === wanted;
    return arns.has(arn) || (principal !== undefined && duties.some((cell) => cell.principal === principal));
  });
  return mark(report, { streams, findings }, filter);
}

/** The streams that are left, with the findings that weigh on one of them. */
function byStreams(report: Report, query: URLSearchParams, filter: Record<string, string>): Report {
  rejectForeign(query, streamFilterParameters);
  const parsed = parseStreamFilter(query);
  refuse(parsed.problems);
  const streams = filterStreams(report, parsed.filter);
  const arns = new Set(streams.map(({ arn }) => arn));
  const findings = report.findings.filter(({ streamArns }) => streamArns.some((arn) => arns.has(arn)));
  return mark(report, { streams, findings }, filter);
}

/** Without a filter the report stays as it was stored, to the byte and in its order. */
function mark(
  report: Report,
  part: Pick<Report, "streams" | "findings">,
  filter: Record<string, string>,
): Report {
  if (Object.keys(filter).length === 0) return report;
  const { manifest, ...rest } = { ...report, ...part, decisions: decisionsAbout(report, part), filter };
  return {
    ...rest,
    manifest: sealManifest({ ...manifest, reportSha256: sha256(canonicalJson(rest)) }, sha256),
  };
}

/** What was decided about the findings and streams that are left. */
function decisionsAbout(
  { decisions }: Report,
  { streams, findings }: Pick<Report, "streams" | "findings">,
): Report["decisions"] {
  const findingIds = new Set(findings.map(({ findingId }) => findingId));
  const arns = new Set(streams.map(({ arn }) => arn));
  return {
    ...decisions,
    waivers: decisions.waivers.filter(({ findingId }) => findingIds.has(findingId)),
    attestations: decisions.attestations.filter(({ streamArn }) => arns.has(streamArn)),
  };
}

/** A filter of the other page would pass as none. */
function rejectForeign(query: URLSearchParams, parameters: readonly string[]): void {
  const reader = new QueryReader(query);
  reader.rejectOthers(["set", "view", ...parameters]);
  refuse(reader.problems);
}
