import type { DutyCell } from "@/lib/model/duty";

/** Both halves of a cell as one; a duty that is denied has no cell. */
export type DutyState = "allowed" | "conditional" | "unknown" | "blocked";

type Halves = Pick<DutyCell, "access" | "key">;

/** A key that refuses stops what Kinesis allows, and one that depends makes all depend. */
export function stateOf({ access, key }: Halves): DutyState {
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
