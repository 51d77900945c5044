import "server-only";
import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import { hasDecisionsThatEnded, judgeNewest } from "@/lib/server/judge-newest";
import { reportOf } from "@/lib/server/report-cache";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/** The report of a finished scan; undefined when there is no such scan, or no report of it. */
export async function loadReport(scanId: string, set?: CheckSet): Promise<Report | undefined> {
  await requireViewer();
  return reportOf(await runtime(), scanId, set);
}

/**
 * The report of the newest finished scan; undefined before the first. Where a waiver or an attestation has ended since
 * it was judged, it is judged again first.
 */
export async function loadLatestReport(set?: CheckSet): Promise<Report | undefined> {
  await requireViewer();
  const running = await runtime();
  const finished = (await running.store.scans()).filter(({ status }) => status === "finished");
  for (const { id } of finished.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))) {
    const report = await reportOf(running, id, set);
    // None: it was removed just now.
    if (!report) continue;
    if (!hasDecisionsThatEnded(report, new Date())) return report;
    await judgeNewest(running);
    return reportOf(running, id, set);
  }
  return undefined;
}
