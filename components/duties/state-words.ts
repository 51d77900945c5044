import { isKeyUnread, stateOf, type DutyState } from "@/lib/model/duty-state";
import type { DutyCell } from "@/lib/model/duty";

const stateWords: Readonly<Record<DutyState, string>> = {
  allowed: "Allowed",
  conditional: "Conditional",
  unknown: "Unknown",
  blocked: "Blocked by key",
};

/** What a mark says: `Allowed, key not read`. */
export function stateWordsOf(cell: Pick<DutyCell, "access" | "key">): string {
  return stateWords[stateOf(cell)] + (isKeyUnread(cell) ? ", key not read" : "");
}
