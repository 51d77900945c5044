import "server-only";
import type { CheckSet } from "@/lib/model/scan";
import type { JudgedBy } from "@/lib/scan/judge";
import type { Store } from "@/lib/storage/store";

/** All that a snapshot is judged by on a day: what the owner declared, accepted and confirmed. */
export async function judgedBy(
  store: Pick<Store, "settings" | "decisions">,
  set: CheckSet,
  now: Date,
): Promise<JudgedBy> {
  const [settings, kept] = [await store.settings(), await store.decisions()];
  return { set, settings, decisions: { on: dayOf(now), ...kept } };
}

/** A day in UTC, `2026-11-26`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, "2026-11-26".length);
}
