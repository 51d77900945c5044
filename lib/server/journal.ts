import "server-only";
import { userInfo } from "node:os";
import type { JournalAction, JournalEntry } from "@/lib/model/journal";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/** Without sign-in, whoever reaches the loopback address acts as the one who runs the process. */
export function journalEntry(action: JournalAction, detail: string): JournalEntry {
  return { at: new Date().toISOString(), who: userName(), action, detail };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a number that no user has.
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

const shownMax = 200;

/** Who changed what, the newest first. */
export async function loadJournal(): Promise<readonly JournalEntry[]> {
  await requireViewer();
  return (await runtime()).store.journal(shownMax);
}
