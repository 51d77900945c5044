import type { AccountParts, AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

/** What access is worked out from. */
export type AccessParts = Pick<AccountSnapshot, "accountId" | "partition"> & {
  readonly organization: AccountParts["organization"];
  readonly organizationPolicies: AccountParts["organizationPolicies"];
  readonly iam: AccountParts["iam"];
  readonly enabledRegions: AccountSnapshot["enabledRegions"];
  readonly regions: readonly RegionSnapshot[];
};

/** A stream, and the Region's snapshot that it stands in. */
export interface PlacedStream {
  readonly stream: Stream;
  readonly place: RegionSnapshot;
}

/** The streams that could be listed. */
export function placedStreams({ regions }: Pick<AccessParts, "regions">): PlacedStream[] {
  return regions.flatMap((place) =>
    place.streams.known ? place.streams.value.map((stream) => ({ stream, place })) : [],
  );
}
