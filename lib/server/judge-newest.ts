import "server-only";
import type { Report } from "@/lib/model/report";
import { dayOf, judgedBy } from "@/lib/scan/judged-by";
import { judgeScanAgain } from "@/lib/server/judge/judge-in-thread";
import type { Runtime } from "@/lib/server/process-state";
import { forgetReports } from "@/lib/server/report-cache";

/** Judges the newest finished scan again by what is declared and decided now; answers its id, if there is one. */
export async function judgeNewest({ store }: Runtime): Promise<string | undefined> {
  const finished = (await store.scans()).filter(({ status }) => status === "finished");
  const [newest] = finished.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
  if (!newest) return undefined;
  const { id, request } = newest;
  const packed = await judgeScanAgain(store, id, await judgedBy(store, request.set, new Date()));
  if (!packed) return undefined;
  await store.replaceReports(id, packed);
  forgetReports(id);
  return id;
}

/** Whether a report rests on a decision whose last day is over. */
export function hasDecisionsThatEnded({ decisions }: Report, now: Date): boolean {
  const today = dayOf(now);
  return [...decisions.waivers, ...decisions.attestations].some(
    ({ state, expiresOn }) => state === "in-force" && expiresOn < today,
  );
}
