import "server-only";
import { settingLabels } from "@/lib/format/setting-labels";
import { auditSettingsSchema } from "@/lib/model/settings";
import type { AuditSettings } from "@/lib/model/settings";
import { journalEntry } from "@/lib/server/journal";
import { judgeNewest } from "@/lib/server/judge-newest";
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
  const { store } = running;
  const before = await store.settings();
  await store.saveSettings(wanted);
  const settings = await store.settings();
  await store.note(journalEntry("settings-changed", changesOf(before, settings)));
  return { settings, judgedScanId: await judgeNewest(running) };
}

/** What differs, as it was and as it is. */
function changesOf(before: AuditSettings, now: AuditSettings): string {
  const changes = auditSettingsSchema.keyof().options.flatMap((name) => {
    const [was, is] = [JSON.stringify(before[name]), JSON.stringify(now[name])];
    return was === is ? [] : [`${settingLabels[name]}: ${was ?? "nothing"}, now ${is ?? "nothing"}`];
  });
  return changes.length === 0 ? "Saved again as they were." : `${changes.join("; ")}.`;
}
