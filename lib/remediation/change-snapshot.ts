import type { KmsKey } from "@/lib/model/kms-key";
import type { VpcEndpoint } from "@/lib/model/network";
import type { Observed } from "@/lib/model/observed";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

export function changeRegions(
  snapshot: Snapshot,
  change: (region: RegionSnapshot, accountId: string) => RegionSnapshot,
): Snapshot {
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) =>
      Object.assign({}, account, {
        regions: account.regions.map((region) => change(region, account.accountId)),
      }),
    ),
  };
}

/** What was read of a list, with some of its items changed; what was not read stays so. */
function changeItems<T>(
  items: Observed<T[]>,
  which: (item: T) => boolean,
  change: (item: T) => T,
): Observed<T[]> {
  if (!items.known) return items;
  return { ...items, value: items.value.map((item) => (which(item) ? change(item) : item)) };
}

export function changeStreams(
  snapshot: Snapshot,
  arns: ReadonlySet<string>,
  change: (stream: Stream) => Stream,
): Snapshot {
  return changeRegions(snapshot, (region) => ({
    ...region,
    streams: changeItems(region.streams, ({ arn }) => arns.has(arn), change),
  }));
}

export function changeKey(snapshot: Snapshot, arn: string, change: (key: KmsKey) => KmsKey): Snapshot {
  return changeRegions(snapshot, (region) => ({
    ...region,
    keys: changeItems(region.keys, (key) => key.arn === arn, change),
  }));
}

export function changeEndpoint(
  snapshot: Snapshot,
  id: string,
  change: (endpoint: VpcEndpoint) => VpcEndpoint,
): Snapshot {
  return changeRegions(snapshot, (region) => ({
    ...region,
    vpcEndpoints: changeItems(region.vpcEndpoints, (endpoint) => endpoint.id === id, change),
  }));
}

/** A fact as it would be read after the change: by the call that read it before. */
export function became<T>(fact: Observed<unknown>, value: T, action: string): Observed<T> {
  return { known: true, value, read: fact.known ? fact.read : { action, at: "1970-01-01T00:00:00.000Z" } };
}

export function findStreams(snapshot: Snapshot, arns: ReadonlySet<string>): Stream[] {
  return regionsIn(snapshot).flatMap(({ streams }) =>
    streams.known ? streams.value.filter(({ arn }) => arns.has(arn)) : [],
  );
}

export function findKey(snapshot: Snapshot, arn: string): KmsKey | undefined {
  return regionsIn(snapshot)
    .flatMap(({ keys }) => (keys.known ? keys.value : []))
    .find((key) => key.arn === arn);
}

export function findEndpoint(snapshot: Snapshot, id: string): VpcEndpoint | undefined {
  return regionsIn(snapshot)
    .flatMap(({ vpcEndpoints }) => (vpcEndpoints.known ? vpcEndpoints.value : []))
    .find((endpoint) => endpoint.id === id);
}

function regionsIn({ accounts }: Snapshot): RegionSnapshot[] {
  return accounts.flatMap(({ regions }) => regions);
}
