import "server-only";
import { accountsIn, type ScanScope } from "@/lib/model/scan-scope";
import type { HistoryPoint } from "@/lib/model/history";
import type { CheckSet } from "@/lib/model/scan";
import type { Runtime } from "@/lib/server/process-state";
import { reportOf } from "@/lib/server/report-cache";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/** How the scans that have accounts in common with one came out by one set of checks, the oldest first. */
export async function loadHistory(scope: ScanScope, set: CheckSet): Promise<readonly HistoryPoint[]> {
  await requireViewer();
  const running = await runtime();
  const kept = await running.store.history(set);
  const points = [...kept, ...(await olderPoints(running, kept, set))];
  const accountIds = new Set(accountsIn(scope));
  return points
    .filter((point) => accountsIn(point).some((id) => accountIds.has(id)))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** Of scans that a version stored which kept no history: they are read once, and kept. */
async function olderPoints(
  running: Runtime,
  kept: readonly HistoryPoint[],
  set: CheckSet,
): Promise<HistoryPoint[]> {
  const known = new Set(kept.map(({ scanId }) => scanId));
  const { store } = running;
  const missing = (await store.scans()).filter(
    ({ id, status, request }) => status === "finished" && request.set === set && !known.has(id),
  );
  if (missing.length === 0) return [];
  for (const { id } of missing) {
    const report = await reportOf(running, id, set);
    if (report) await store.saveHistory(id, report);
  }
  return (await store.history(set)).filter(({ scanId }) => !known.has(scanId));
}
