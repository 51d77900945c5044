import "server-only";
import { scannedAccounts } from "@/lib/format/account-words";
import type { ScanRetention } from "@/lib/model/retention";
import type { ScanSummary } from "@/lib/model/scan";
import { journalEntry } from "@/lib/server/journal";
import type { Runtime } from "@/lib/server/process-state";
import { forgetJudged } from "@/lib/server/judge/judge-in-thread";
import { forgetReports } from "@/lib/server/report-cache";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

const dayMs = 86_400_000;

export async function loadRetention(): Promise<ScanRetention> {
  await requireViewer();
  return (await runtime()).store.retention();
}

/** For how long scans are kept from now on; those that are older go at once. Answers how many went. */
export async function changeRetention(retention: ScanRetention): Promise<{ readonly removed: number }> {
  await requireViewer();
  const running = await runtime();
  const { store } = running;
  await store.saveRetention(retention);
  const kept = retention.days === null ? "for ever" : `for ${retention.days} days`;
  await store.note(journalEntry("retention-changed", `Scans are kept ${kept}.`));
  return { removed: await applyRetention(running) };
}

/** Removes what is older than it is to be kept; the journal names each. */
export async function applyRetention({ store }: Pick<Runtime, "store">, now = new Date()): Promise<number> {
  const { days } = await store.retention();
  const old = days === null ? [] : outdated(await store.scans(), new Date(now.getTime() - days * dayMs));
  for (const { id, startedAt, status } of old) {
    await store.deleteScan(id);
    await store.note(journalEntry("scan-removed", `The scan of ${startedAt}, ${status}, by its age.`));
    forgetReports(id);
    forgetJudged(id);
  }
  return old.length;
}

/** Neither what runs, nor what is pinned, nor the newest finished scan of an account, or of the same several. */
export function outdated(scans: readonly ScanSummary[], before: Date): ScanSummary[] {
  const newest = new Map<string, ScanSummary>();
  for (const scan of scans) {
    const { status, startedAt } = scan;
    const accounts = scannedAccounts(scan).join(" ");
    if (status === "finished" && startedAt > (newest.get(accounts)?.startedAt ?? ""))
      newest.set(accounts, scan);
  }
  return scans.filter(
    (scan) =>
      scan.status !== "running" &&
      !scan.pinned &&
      newest.get(scannedAccounts(scan).join(" ")) !== scan &&
      scan.startedAt < before.toISOString(),
  );
}
