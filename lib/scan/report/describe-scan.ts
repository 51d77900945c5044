import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";
import { regionsOf } from "@/lib/scan/report/regions-of";
import { coverageOf } from "@/lib/scan/report/walk-observed";

/** What was asked of whom, and how much of it came back. */
export function describeScan(snapshot: Snapshot, set: CheckSet): Report["scan"] {
  const { scanId, startedAt, finishedAt, source, calls } = snapshot;
  const accounts = snapshot.accounts.map(({ accountId, identityArn }) => ({ accountId, identityArn }));
  const [first] = accounts;
  if (!first) throw new Error("The snapshot holds no account.");
  const { known, unknown, gaps } = coverageOf(snapshot);
  return {
    id: scanId,
    startedAt,
    finishedAt,
    source: source.kind,
    ...(source.endpoint !== undefined && { endpoint: source.endpoint }),
    ...first,
    regions: [...new Set(regionsOf(snapshot).map(({ region }) => region))].toSorted(),
    set,
    accounts,
    coverage: { known, unknown },
    gaps,
    calls,
  };
}
