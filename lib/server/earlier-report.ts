import "server-only";
import type { Earlier } from "@/lib/model/earlier";
import type { Place } from "@/lib/model/place";
import type { Report } from "@/lib/model/report";
import { checkSets } from "@/lib/model/scan";
import { accountsIn, regionsIn, type ScanScope } from "@/lib/model/scan-scope";
import { loadHistory } from "@/lib/server/history";
import { reportOf } from "@/lib/server/report-cache";
import { runtime } from "@/lib/server/runtime";
import { isSameSource } from "@/lib/server/same-source";
import { requireViewer } from "@/lib/server/viewer";

type Where = Place & { readonly accountId: string };

/**
 * The report of the scan before, of those that looked at the same account and Region of the same AWS or endpoint.
 * Whatever set of checks it was scanned with: the facts are the same.
 */
export async function loadEarlierReport(
  { scan }: Pick<Report, "scan">,
  where: Where,
): Promise<Earlier<Report> | undefined> {
  await requireViewer();
  const running = await runtime();
  const stored = new Map((await running.store.scans()).map((each) => [each.id, each]));
  const shown = stored.get(scan.id);
  const points = (await Promise.all(checkSets.map((set) => loadHistory(scan, set)))).flat();
  const before = points.filter((point) => {
    const candidate = stored.get(point.scanId);
    return (
      shown !== undefined &&
      candidate !== undefined &&
      candidate.startedAt < shown.startedAt &&
      isSameSource(candidate.request.source, shown.request.source) &&
      looked(point, where)
    );
  });
  const [latest] = before.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  // Removed just now, or of a version that this one cannot read: then nothing is known of it.
  const report = latest && (await reportOf(running, latest.scanId));
  return report && { scan: { id: report.scan.id, finishedAt: report.scan.finishedAt }, value: report };
}

function looked(scope: ScanScope, { accountId, region }: Where): boolean {
  if (region !== undefined) return regionsIn(scope, accountId).includes(region);
  return accountsIn(scope).includes(accountId);
}
