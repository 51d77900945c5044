import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";
import { regionsOf } from "@/lib/scan/report/regions-of";
import { coverageOf } from "@/lib/scan/report/walk-observed";

/** What was asked of whom, and how much of it came back. */
export function describeScan(snapshot: Snapshot, set: CheckSet): Report["scan"] {
  const { scanId, startedAt, resumedAt, finishedAt, source, inactiveAccounts, calls } = snapshot;
  const [first] = snapshot.accounts;
  if (!first) throw new Error("The snapshot holds no account.");
  const { known, unknown, gaps } = coverageOf(snapshot);
  return {
    id: scanId,
    startedAt,
    ...(resumedAt !== undefined && { resumedAt }),
    finishedAt,
    source: source.kind,
    ...(source.endpoint !== undefined && { endpoint: source.endpoint }),
    accountId: first.accountId,
    identityArn: first.identityArn,
    regions: [...new Set(regionsOf(snapshot).map(({ region }) => region))].toSorted(),
    set,
    accounts: snapshot.accounts.map(({ accountId, identityArn, regions }) =>
      snapshot.accounts.length === 1
        ? { accountId, identityArn }
        : { accountId, identityArn, regions: regions.map(({ region }) => region).toSorted() },
    ),
    ...(inactiveAccounts && { inactiveAccounts }),
    coverage: { known, unknown },
    gaps,
    calls,
  };
}
