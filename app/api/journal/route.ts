import { answer } from "@/lib/server/api";
import { loadJournal } from "@/lib/server/journal";

/** Who changed what of what Weir keeps, the newest first. */
export function GET(): Promise<Response> {
  return answer(async () => ({ entries: await loadJournal() }));
}
