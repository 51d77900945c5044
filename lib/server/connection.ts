import "server-only";
import type { Connection } from "@/lib/model/connection";
import { loadProfileNames } from "@/lib/scan/profile-names";
import { processState } from "@/lib/server/process-state";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/** What is remembered of how the account was last reached. */
export async function loadConnection(): Promise<Connection | undefined> {
  await requireViewer();
  return (await runtime()).store.connection();
}

/** Forgets it, and the check of access that was made with it. */
export async function forgetConnection(): Promise<void> {
  await requireViewer();
  await (await runtime()).store.saveConnection(undefined);
  delete processState().accessCheck;
}

/** The profiles that the configuration of this machine knows, by name. */
export async function loadProfiles(): Promise<readonly string[]> {
  await requireViewer();
  return loadProfileNames();
}
