import "server-only";
import type { CheckSet } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";
import type { JudgeInput } from "@/lib/scan/judge";
import type { Store } from "@/lib/storage/store";

/** A snapshot with all that it is judged by on a day: what the owner declared, accepted and confirmed. */
export async function judgeInput(
  store: Pick<Store, "settings" | "decisions">,
  { snapshot, set }: { readonly snapshot: Snapshot; readonly set: CheckSet },
  now: Date,
): Promise<JudgeInput> {
  const [settings, kept] = [await store.settings(), await store.decisions()];
  return { snapshot, set, settings, decisions: { on: dayOf(now), ...kept } };
}

/** A day in UTC, `2026-11-26`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, "2026-11-26".length);
}
