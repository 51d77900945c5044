import type { SnapshotSource } from "@/lib/model/snapshot";

/** Whether an account was reached at the same place; the demo account has another address each time that it is served. */
export function isSameSource(one: SnapshotSource, other: SnapshotSource): boolean {
  return one.kind === other.kind && (one.kind === "demo" || one.endpoint === other.endpoint);
}
