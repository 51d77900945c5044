import "server-only";
import { accountWords, fileWords } from "@/lib/format/account-words";
import { accountsIn } from "@/lib/model/scan-scope";
import type { ScanComparison } from "@/lib/model/comparison";
import type { Report } from "@/lib/model/report";
import type { CheckSet, ScanSummary } from "@/lib/model/scan";
import { compareScans } from "@/lib/reports/comparison/compare-scans";
import { comparisonFormats } from "@/lib/reports/comparison/comparison-formats";
import { judgedBy } from "@/lib/scan/judged-by";
import { found } from "@/lib/server/api";
import { readQuery, readSet, refuse } from "@/lib/server/api-query";
import { HttpError } from "@/lib/server/http-error";
import { judgeOnce } from "@/lib/server/judge/judge-in-thread";
import { QueryReader } from "@/lib/server/query";
import { reportOf } from "@/lib/server/report-cache";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

interface ScanPair {
  readonly from: string;
  readonly to: string;
  readonly set?: CheckSet | undefined;
}

/** The finished scans that can be compared, the newest first. */
export async function loadComparableScans(): Promise<readonly ScanSummary[]> {
  await requireViewer();
  const finished = (await (await runtime()).store.scans()).filter(({ status }) => status === "finished");
  return finished.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
}

/**
 * What differs between two scans. Where rules or settings differ as well, the earlier snapshot is judged again by the
 * later ones, which takes as long as judging takes.
 *
 * @throws {HttpError} for a scan that is not there, and for scans that have no account in common.
 */
export async function loadComparison({ from, to, set: asked }: ScanPair): Promise<ScanComparison> {
  await requireViewer();
  const running = await runtime();
  const latest = await running.store.scan(to);
  const set = asked ?? latest?.request.set;
  const [before, after] = await Promise.all([reportOf(running, from, set), reportOf(running, to, set)]);
  const missing = "There is no finished scan of that id.";
  const pair = { before: found(before, missing), after: found(after, missing) };
  const [earlier, later] = [accountsIn(pair.before.scan), accountsIn(pair.after.scan)];
  if (!later.some((accountId) => earlier.includes(accountId)))
    throw new HttpError(
      "bad-request",
      `The scans have no account in common: one is of ${accountWords(earlier)}, the other of ${accountWords(later)}.`,
    );
  return compareScans({ ...pair, rejudged: await rejudge(pair.before, pair.after) });
}

async function rejudge(before: Report, after: Report): Promise<Report> {
  const isSame =
    before.manifest.rulesVersion === after.manifest.rulesVersion &&
    JSON.stringify(before.settings) === JSON.stringify(after.settings);
  if (isSame) return before;
  const { store } = await runtime();
  const snapshot = found(await store.snapshot(before.scan.id), "The scan was removed just now.");
  const by = await judgedBy(store, after.scan.set, new Date());
  return judgeOnce({ ...by, snapshot, settings: after.settings });
}

/** `?from=…&to=…`: what differs between the two scans. */
export async function comparisonOf(request: Request): Promise<ScanComparison> {
  const query = readQuery(request, ["from", "to", "set"]);
  const reader = new QueryReader(query);
  const [from, to] = [reader.text("from", 64), reader.text("to", 64)];
  refuse(reader.problems);
  if (from === undefined || to === undefined)
    throw new HttpError("bad-request", "from and to must be the ids of two scans.");
  return loadComparison({ from, to, set: readSet(query) });
}

/** The same as a file to keep. */
export async function exportComparison(formatName: string, request: Request): Promise<Response> {
  const format = Object.entries(comparisonFormats).find(([name]) => name === formatName)?.[1];
  if (!format) {
    const names = Object.keys(comparisonFormats).join(", ");
    throw new HttpError("not-found", `There is no format of that name; there are ${names}.`);
  }
  const comparison = await comparisonOf(request);
  const { before, after } = comparison;
  const name = `weir-${fileWords(after.accountIds)}-${before.id}-to-${after.id}-${comparison.set}.${formatName}`;
  return new Response(format.write(comparison), {
    headers: {
      "content-type": format.mediaType,
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
