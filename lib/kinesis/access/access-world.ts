import { SetAlgebra } from "@/lib/iam/access-index/set-pair";
import { placedStreams } from "@/lib/kinesis/access/account-parts";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { accountAdministrators } from "@/lib/kinesis/access/administrators";
import { buildDutyIndex } from "@/lib/kinesis/access/duty-index";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { dutyRows } from "@/lib/kinesis/access/duty-rows";
import type { DutyRow } from "@/lib/kinesis/access/duty-rows";
import { foreignParties } from "@/lib/kinesis/access/foreign-parties";
import { keyHalves } from "@/lib/kinesis/access/key-half";
import type { KeyHalfOf } from "@/lib/kinesis/access/key-half";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import { mapToStreams } from "@/lib/kinesis/access/map-to-streams";
import type { MapToStreams } from "@/lib/kinesis/access/map-to-streams";
import { once } from "@/lib/kinesis/access/once";
import { ownParties } from "@/lib/kinesis/access/own-parties";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { attachedPolicy, keyPolicy } from "@/lib/kinesis/access/resource-policies";
import type { Party } from "@/lib/model/stream-access";

/** What everything about the access to an account's streams is read from. */
export interface AccessWorld {
  readonly parts: AccessParts;
  readonly policed: readonly PolicedParty[];
  readonly duties: DutyIndex;
  readonly algebra: SetAlgebra;
  readonly mapped: MapToStreams;
  readonly rowOf: (party: Party) => DutyRow;
  readonly keyHalfOf: KeyHalfOf;
  /** ARNs. */
  readonly administrators: () => ReadonlySet<string>;
}

export function buildAccessWorld(
  parts: AccessParts,
  policed: readonly PolicedParty[] = partiesOf(parts),
): AccessWorld {
  const duties = buildDutyIndex(parts, policed);
  const algebra = new SetAlgebra(duties.index.resources.length);
  const mapped = mapToStreams(duties, algebra);
  return {
    parts,
    policed,
    duties,
    algebra,
    mapped,
    rowOf: dutyRows(duties, algebra, mapped),
    keyHalfOf: keyHalves(duties),
    administrators: once(() => accountAdministrators(parts, policed)),
  };
}

function partiesOf(parts: AccessParts): PolicedParty[] {
  const own = parts.iam.known ? ownParties(parts.iam.value, parts.accountId) : [];
  const all = [...own, ...foreignParties(resourcePoliciesOf(parts), parts)];
  return all.toSorted((one, other) => (one.party.arn < other.party.arn ? -1 : 1));
}

function resourcePoliciesOf(parts: AccessParts) {
  return placedStreams(parts).flatMap((placed) => {
    const { arn, resourcePolicy, consumers } = placed.stream;
    const key = streamKey(placed);
    const ofConsumers = consumers.known ? consumers.value : [];
    return [
      attachedPolicy(arn, resourcePolicy) ?? [],
      ...ofConsumers.map((consumer) => attachedPolicy(consumer.arn, consumer.resourcePolicy) ?? []),
      key.kind === "customer" ? keyPolicy(key.key) : [],
    ].flat();
  });
}
