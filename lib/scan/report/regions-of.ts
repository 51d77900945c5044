import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";

/** The Regions of all accounts. */
export function regionsOf(snapshot: Snapshot): readonly RegionSnapshot[] {
  return snapshot.accounts.flatMap(({ regions }) => regions);
}
