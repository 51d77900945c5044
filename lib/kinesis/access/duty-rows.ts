import type { AccessIndex } from "@/lib/iam/access-index/access-index";
import { emptySet, subtract } from "@/lib/iam/access-index/resource-set";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import {
  channelActions,
  encryptionActions,
  indexedActions,
  keyActions,
  readingByConsumer,
  readingByShard,
  streamActions,
} from "@/lib/kinesis/access/duty-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import type { MapToStreams } from "@/lib/kinesis/access/map-to-streams";
import { placesSet } from "@/lib/kinesis/access/places-set";
import { sharedByChannel } from "@/lib/kinesis/access/shared-by-channel";
import type { AccessOfAction } from "@/lib/kinesis/access/shared-by-channel";
import type { Duty } from "@/lib/model/duty";
import type { Party } from "@/lib/model/stream-access";

/** For each duty the streams that a party holds it on, the key left aside: for sure, and possibly. */
export type DutyRow = Readonly<Record<Duty, SetPair>>;

/** Joins the actions of each duty into the streams that it is held on. */
export function joinDuties(
  duties: DutyIndex,
  algebra: SetAlgebra,
  mapped: MapToStreams,
): (accessOf: AccessOfAction, isForeign: boolean) => DutyRow {
  const streams = streamSet(duties);
  return (accessOf, isForeign) => {
    const on = (action: string) => algebra.intersect(accessOf(action), streams);
    const through = (action: string) => mapped(accessOf(action));
    const manage = isForeign ? (["kms:CreateGrant"] as const) : keyActions.manage;
    const [first, second] = readingByShard;
    return {
      administer: algebra.unite([
        ...streamActions.administer.map(on),
        ...encryptionActions.map((action) => withKey(on(action), accessOf(action), streams)),
        ...channelActions.map(through),
      ]),
      share: algebra.unite([
        ...streamActions.share.flatMap((action) => [on(action), through(action)]),
        sharedByChannel(accessOf, duties, algebra),
      ]),
      reshard: algebra.unite(streamActions.reshard.map(on)),
      produce: algebra.unite(streamActions.produce.map(on)),
      consume: algebra.unite([algebra.intersect(on(first), on(second)), through(readingByConsumer)]),
      "manage-key": algebra.unite(manage.map(through)),
    };
  };
}

/** What each party holds. */
export function dutyRows(
  duties: DutyIndex,
  algebra: SetAlgebra,
  mapped: MapToStreams,
): (party: Party) => DutyRow {
  const { index } = duties;
  const join = joinDuties(duties, algebra, mapped);
  return rememberByAccess(index, ({ arn, isForeign }) =>
    join((action) => index.access(arn, action), isForeign),
  );
}

/** Parties whom the index answers with the same objects for every action have the same row. */
function rememberByAccess(
  { access }: AccessIndex,
  rowOf: (party: Party) => DutyRow,
): (party: Party) => DutyRow {
  const numbers = new Map<SetPair, number>();
  const numberOf = (pair: SetPair): number => {
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  };
  const known = new Map<string, DutyRow>();
  const byParty = new Map<Party, DutyRow>();
  const find = (party: Party) => {
    const answers = indexedActions.map(({ name }) => numberOf(access(party.arn, name)));
    const id = `${answers.join()} ${party.isForeign}`;
    const row = known.get(id) ?? rowOf(party);
    known.set(id, row);
    return row;
  };
  return (party) => {
    const row = byParty.get(party) ?? find(party);
    byParty.set(party, row);
    return row;
  };
}

function streamSet({ streams, placeOf }: DutyIndex): SetPair {
  return placesSet([...streams.keys()].map(placeOf));
}

/**
 * Encryption is started and stopped on a stream with a key as a second resource. Whether the stream alone is enough, AWS
 * does not say.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html
 */
function withKey(onStreams: SetPair, access: SetPair, streams: SetPair): SetPair {
  if (onStreams === nothing) return nothing;
  const hasKey = subtract(access.must, streams.may) !== emptySet;
  return hasKey ? onStreams : { must: emptySet, may: onStreams.may };
}
