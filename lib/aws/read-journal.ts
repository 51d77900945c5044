import type { Known } from "@/lib/model/observed";

/** What a scan has read so far, fact by fact, so that one that is stopped can go on where it was. */
export interface ReadJournal {
  /** The fact of that name as the run that was stopped read it. */
  recall<Value>(name: string): Known<Value> | undefined;
  keep(name: string, fact: Known<unknown>): void;
}
