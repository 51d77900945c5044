import "server-only";
import type { Report } from "@/lib/model/report";
import { found } from "@/lib/server/api";
import { readQuery, readSet } from "@/lib/server/api-query";
import { loadLatestReport } from "@/lib/server/reports";

export interface LatestReport {
  readonly report: Report;
  readonly query: URLSearchParams;
}

/** What the routes about the latest scan begin with: the query, parsed, and the report; a 404 before the first scan. */
export async function latestReport(
  request: Request,
  parameters: readonly string[] = [],
): Promise<LatestReport> {
  const query = readQuery(request, ["set", ...parameters]);
  const report = found(await loadLatestReport(readSet(query)), "No scan has finished yet.");
  return { report, query };
}

/** What tells, in every answer, whose report it is from. */
export function scanHead({ scan }: Report) {
  return { scanId: scan.id, set: scan.set, source: scan.source };
}
