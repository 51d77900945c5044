import "server-only";
import type { Report } from "@/lib/model/report";
import type { CheckSet } from "@/lib/model/scan";
import { judgedBy } from "@/lib/scan/judged-by";
import { judgeScanAgain } from "@/lib/server/judge/judge-in-thread";
import { processState, type Runtime } from "@/lib/server/process-state";

/** Reports held parsed: the newest scan in both sets, and one more that somebody compares it with. */
const heldMax = 4;

/** A finished scan's report in the set that is asked for, or in the one that it was scanned with. */
export async function reportOf(
  runtime: Runtime,
  scanId: string,
  set?: CheckSet,
): Promise<Report | undefined> {
  const scan = await runtime.store.scan(scanId);
  if (scan?.status !== "finished") return undefined;
  return hold(`${scanId} ${set ?? scan.request.set}`, () => read(runtime, scanId, set ?? scan.request.set));
}

/** Lets go of the reports of a scan that was removed, or judged again. */
export function forgetReports(scanId: string): void {
  const { reports: held } = processState();
  for (const key of held.keys()) if (key.startsWith(`${scanId} `)) held.delete(key);
}

async function read({ store }: Runtime, scanId: string, set: CheckSet): Promise<Report | undefined> {
  const stored = await store.report(scanId, set);
  if (stored) return stored;
  const packed = await judgeScanAgain(store, scanId, await judgedBy(store, set, new Date()));
  if (!packed) return undefined;
  await store.saveReport(scanId, packed);
  return store.report(scanId, set);
}

/** Keeps the most recently asked for; two requests at once read once. */
function hold(key: string, load: () => Promise<Report | undefined>): Promise<Report | undefined> {
  const { reports: held } = processState();
  const report = held.get(key) ?? load();
  held.delete(key);
  held.set(key, report);
  report.then(
    (value) => value ?? held.delete(key),
    () => held.delete(key),
  );
  for (const oldest of held.keys()) {
    if (held.size <= heldMax) break;
    held.delete(oldest);
  }
  return report;
}
