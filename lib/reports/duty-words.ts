import type { DutyCell } from "@/lib/model/duty";

/** What the cell says in one or two words, the key's part where it takes something away. */
export function dutyWords({ access, key }: Pick<DutyCell, "access" | "key">): string {
  return key === "denied" || key === "unknown" ? `${access}, key ${key}` : access;
}
