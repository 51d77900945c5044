import { z } from "zod";
import type { Finding, Report } from "@/lib/model/report";
import { checkSetSchema } from "@/lib/model/scan";
import { looksAt } from "@/lib/model/scan-scope";

const rangeSchema = z.object({ worst: z.number().int(), best: z.number().int() }).nullable();

/** What is kept of a report to tell how things went over time. */
export const historyPointSchema = z.object({
  scanId: z.string(),
  at: z.string(),
  accountId: z.string(),
  set: checkSetSchema,
  regions: z.array(z.string()),
  /** Where there are several. */
  accounts: z.array(z.object({ accountId: z.string(), regions: z.array(z.string()) })).exactOptional(),
  rulesVersion: z.string(),
  overall: rangeSchema,
  /** By ARN. */
  streams: z.record(z.string(), rangeSchema),
  /** Ids of the findings that fail, accepted ones included. */
  failing: z.array(z.string()),
  /** Ids of the checks that could not be answered on everything. */
  unknownChecks: z.array(z.string()),
});

export type HistoryPoint = z.infer<typeof historyPointSchema>;

export function toHistoryPoint({ scan, manifest, overall, streams, findings }: Report): HistoryPoint {
  const proven = findings.filter(({ status }) => status !== "unknown");
  const unknown = findings.filter(({ status }) => status === "unknown");
  return {
    scanId: scan.id,
    at: scan.finishedAt,
    accountId: scan.accountId,
    set: scan.set,
    regions: scan.regions,
    ...(scan.accounts.length > 1 && { accounts: scan.accounts.map(toAccount) }),
    rulesVersion: manifest.rulesVersion,
    overall: rangeOf(overall.score),
    streams: Object.fromEntries(streams.map(({ arn, score }) => [arn, rangeOf(score)])),
    failing: proven.map(({ findingId }) => findingId),
    unknownChecks: [...new Set(unknown.map(({ checkId }) => checkId))].toSorted(),
  };
}

function toAccount({ accountId, regions = [] }: Report["scan"]["accounts"][number]) {
  return { accountId, regions };
}

function rangeOf(score: Report["overall"]["score"]): HistoryPoint["overall"] {
  return score && { worst: score.worst, best: score.best };
}

/** Since when a finding stands, as far as the scans that are kept can tell. */
export interface FindingAge {
  /** The earliest scan that shows it. */
  readonly firstSeenAt: string;
  /** The earliest scan since which every one that could tell shows it. */
  readonly failingSince: string;
  /** How many scans in a row show it. */
  readonly scans: number;
}

/**
 * The age of a finding of the newest scan. A scan that did not look at its Regions, or could not answer its check,
 * tells nothing, and ends no run.
 */
export function ageOf(finding: Finding, points: readonly HistoryPoint[]): FindingAge | undefined {
  const ordered = points.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const shows = ordered.filter(({ failing }) => failing.includes(finding.findingId));
  const first = shows.at(-1);
  if (!first) return undefined;
  const run: HistoryPoint[] = [];
  const [newest] = ordered;
  for (const point of ordered) {
    if (point.failing.includes(finding.findingId)) run.push(point);
    else if (newest && canTell(finding, point, newest)) break;
  }
  const since = run.at(-1);
  return since && { firstSeenAt: first.at, failingSince: since.at, scans: run.length };
}

function canTell({ checkId, subjects }: Finding, point: HistoryPoint, newest: HistoryPoint): boolean {
  return (
    subjects.some((subject) => looksAt(point, newest, subject)) && !point.unknownChecks.includes(checkId)
  );
}
