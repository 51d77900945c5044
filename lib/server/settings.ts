import "server-only";
import type { AuditSettings } from "@/lib/model/settings";
import { judgeInThread } from "@/lib/server/judge/judge-in-thread";
import type { Runtime } from "@/lib/server/process-state";
import { forgetReports } from "@/lib/server/report-cache";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/** What the owner declared, and the scan that was judged again by it; undefined: none has finished yet. */
export interface ChangedSettings {
  readonly settings: AuditSettings;
  readonly judgedScanId: string | undefined;
}

export async function loadSettings(): Promise<AuditSettings> {
  await requireViewer();
  return (await runtime()).store.settings();
}

/**
 * Keeps what the owner declares, undefined for the defaults, and judges the newest finished scan again by it,
 * without asking AWS anything. Older scans keep the settings that they were judged by, and say so.
 */
export async function changeSettings(wanted: AuditSettings | undefined): Promise<ChangedSettings> {
  await requireViewer();
  const running = await runtime();
  await running.store.saveSettings(wanted);
  return { settings: await running.store.settings(), judgedScanId: await judgeNewest(running) };
}

async function judgeNewest({ store }: Runtime): Promise<string | undefined> {
  const finished = (await store.scans()).filter(({ status }) => status === "finished");
  const [newest] = finished.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
  const snapshot = newest && (await store.snapshot(newest.id));
  if (!newest || !snapshot) return undefined;
  const settings = await store.settings();
  await store.replaceReports(newest.id, await judgeInThread({ snapshot, settings, set: newest.request.set }));
  forgetReports(newest.id);
  return newest.id;
}
