import { hasPlace } from "@/lib/iam/access-index/resource-set";
import { buildAccessWorld } from "@/lib/kinesis/access/access-world";
import type { AccessWorld } from "@/lib/kinesis/access/access-world";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { recordDuties } from "@/lib/kinesis/reach/technique";
import type { RecordDuty, Scenario } from "@/lib/kinesis/reach/technique";

/** What an identity could do under a scenario. */
export interface Powers {
  readonly isAdministrator: boolean;
  readonly recordsOn: (streamArn: string) => readonly RecordDuty[];
}

/** Works scenarios out with the same rules as everything else; those of one identity need an index each. */
export function scenarioPowers(
  parts: AccessParts,
  scenarios: Iterable<Scenario>,
): (id: string) => Powers | undefined {
  const batches: Map<string, Scenario>[] = [];
  for (const scenario of new Map([...scenarios].map((each) => [each.id, each])).values()) {
    const { arn } = scenario.changed.party;
    const batch = batches.find((each) => !each.has(arn)) ?? newBatch(batches);
    batch.set(arn, scenario);
  }
  const powers = new Map<string, Powers>();
  for (const batch of batches) {
    const worked = buildAccessWorld(
      parts,
      [...batch.values()].map(({ changed }) => changed),
    );
    for (const scenario of batch.values()) powers.set(scenario.id, powersOf(worked, scenario));
  }
  return (id) => powers.get(id);
}

function newBatch(batches: Map<string, Scenario>[]): Map<string, Scenario> {
  const batch = new Map<string, Scenario>();
  batches.push(batch);
  return batch;
}

function powersOf(world: AccessWorld, { changed: { party } }: Scenario): Powers {
  return {
    isAdministrator: world.administrators().has(party.arn),
    recordsOn: (streamArn) => recordsHeld(world, party, streamArn),
  };
}

/** The duties on the records of a stream that a party holds, its key included. */
export function recordsHeld(
  { duties, rowOf, keyHalfOf }: AccessWorld,
  party: AccessWorld["policed"][number]["party"],
  streamArn: string,
): RecordDuty[] {
  const place = duties.placeOf(streamArn);
  const row = rowOf(party);
  return recordDuties.filter(
    (duty) => hasPlace(row[duty].may, place) && keyHalfOf(party, duty, streamArn).access !== "denied",
  );
}
