import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import type { RecordDuty, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import type { Permission } from "@/lib/kinesis/reach/permission";
import type { Technique } from "@/lib/model/role-reach";
import type { Party } from "@/lib/model/stream-access";

/** A step that gives a party records of one stream. */
export interface StreamLead {
  readonly party: Party;
  readonly technique: Technique;
  readonly target: string;
  readonly actions: readonly string[];
  readonly permission: Permission;
  readonly duties: readonly RecordDuty[];
}

export type StreamTechnique = (streamArn: string) => StreamLead[];

/** Own parties that may do one of some actions of Kinesis or KMS on anything: few, of many. */
export function partiesThatMay(
  { world, reach }: TechniqueWorld,
  actions: readonly string[],
): readonly PolicedParty[] {
  const { index } = world.duties;
  const administrators = world.administrators();
  return reach.own.filter(
    ({ party }) =>
      !party.isServiceLinked &&
      !administrators.has(party.arn) &&
      actions.some((action) => index.access(party.arn, action).may.words.length > 0),
  );
}

/** Whether an action may be possible at all, before anybody asks how. */
export function mayDo({ world }: TechniqueWorld, party: Party, action: string, arn: string): boolean {
  const { index, placeOf } = world.duties;
  return hasPlace(index.access(party.arn, action).may, placeOf(arn));
}
