import type { DutyCell } from "@/lib/model/duty";

/** What the mark of a cell shows; a duty that is denied has no cell. */
export type CellState = "allowed" | "conditional" | "unknown" | "blocked";

type Halves = Pick<DutyCell, "access" | "key">;

/** Both halves of a cell as one: a key that refuses stops what Kinesis allows, and one that depends makes all depend. */
export function stateOf({ access, key }: Halves): CellState {
  if (key === "denied") return "blocked";
  if (access === "unknown") return "unknown";
  return key === "conditional" ? "conditional" : access;
}

/** Kinesis allows it, and what the key says could not be read. */
export function isKeyUnread({ access, key }: Halves): boolean {
  return key === "unknown" && access !== "unknown";
}

/** Allowed, for sure or under a condition, and not stopped by the key. */
export function isHeld(cell: Halves): boolean {
  const state = stateOf(cell);
  return state === "allowed" || state === "conditional";
}

export const stateWords: Readonly<Record<CellState, string>> = {
  allowed: "Allowed",
  conditional: "Conditional",
  unknown: "Unknown",
  blocked: "Blocked by key",
};

/** `Allowed, key not read`. */
export function cellWords(cell: Halves): string {
  return stateWords[stateOf(cell)] + (isKeyUnread(cell) ? ", key not read" : "");
}
