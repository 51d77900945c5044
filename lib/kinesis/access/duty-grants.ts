import { emptySet, intersect, uniteAll } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import {
  channelActions,
  encryptionActions,
  keyActions,
  readingByConsumer,
  readingByShard,
  sharingByChannel,
  streamActions,
} from "@/lib/kinesis/access/duty-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import type { DutyRow } from "@/lib/kinesis/access/duty-rows";
import type { MapToStreams } from "@/lib/kinesis/access/map-to-streams";
import { resourcePolicyGrants } from "@/lib/kinesis/access/resource-policy-grants";
import { streamSetOf } from "@/lib/kinesis/access/stream-set";
import type { PlacedStreams } from "@/lib/kinesis/access/stream-set";
import { duties as allDuties } from "@/lib/model/duty";
import type { Duty } from "@/lib/model/duty";
import type { DutyGrant, Party } from "@/lib/model/stream-access";

/** Every action that a duty may rest on. */
const actionsOfDuty: Readonly<Record<Duty, readonly string[]>> = {
  administer: [...streamActions.administer, ...encryptionActions, ...channelActions],
  share: [...streamActions.share, ...Object.values(sharingByChannel)],
  reshard: streamActions.reshard,
  produce: streamActions.produce,
  consume: [...readingByShard, readingByConsumer],
  "manage-key": keyActions.manage,
};

/** A grant, and where the index keeps its streams. */
export interface PlacedGrant extends DutyGrant {
  readonly streams: PlacedStreams;
}

interface GrantWorld {
  readonly duties: DutyIndex;
  readonly rowOf: (party: Party) => DutyRow;
  readonly mapped: MapToStreams;
}

/** The statements behind the duties of a party: each with the streams on which it takes part in one. */
export function* dutyGrants(world: GrantWorld, party: Party): Generator<PlacedGrant> {
  const row = world.rowOf(party);
  for (const duty of allDuties) {
    const held = row[duty].may;
    if (held === emptySet) continue;
    const ofStatements = new Map<string, Draft>();
    for (const action of actionsOfDuty[duty]) collect(world, { party, action, held }, ofStatements);
    for (const { reaches, ...pointer } of ofStatements.values()) {
      const statement = world.duties.statementOf(pointer.policyId, pointer.index);
      const streams = streamSetOf(world.duties, uniteAll(reaches));
      yield { ...pointer, ...(statement && { statement }), party, duty, streams };
    }
    yield* resourcePolicyGrants(world.duties, { party, duty, held });
  }
}

interface Draft {
  readonly policyId: string;
  readonly index?: number;
  readonly sid?: string;
  readonly reaches: ResourceSet[];
}

interface Wanted {
  readonly party: Party;
  readonly action: string;
  readonly held: ResourceSet;
}

function collect(
  { duties, mapped }: GrantWorld,
  { party, action, held }: Wanted,
  drafts: Map<string, Draft>,
): void {
  if (party.isForeign) return;
  for (const { policy, index, sid, reach } of duties.grantsOf(party.arn, action)) {
    const onStreams = intersect(uniteAll([reach.may, mapped(reach).may]), held);
    if (onStreams === emptySet) continue;
    const id = `${policy} ${index}`;
    const draft = drafts.get(id) ?? {
      policyId: policy,
      ...(index !== undefined && { index }),
      ...(sid !== undefined && { sid }),
      reaches: [],
    };
    draft.reaches.push(onStreams);
    drafts.set(id, draft);
  }
}
