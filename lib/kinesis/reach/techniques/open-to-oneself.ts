import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { AccessWorld } from "@/lib/kinesis/access/access-world";
import { readingByConsumer } from "@/lib/kinesis/access/duty-actions";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import { allOf, permit, surely, surest } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import { mayDo, partiesThatMay } from "@/lib/kinesis/reach/stream-technique";
import type { StreamLead, StreamTechnique } from "@/lib/kinesis/reach/stream-technique";
import { recordDuties } from "@/lib/kinesis/reach/technique";
import type { RecordDuty, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import type { Technique } from "@/lib/model/role-reach";
import type { Party } from "@/lib/model/stream-access";

const putPolicy = "kinesis:PutResourcePolicy";
const keyActions = ["kms:PutKeyPolicy", "kms:CreateGrant"] as const;
const recordActions: Readonly<Record<RecordDuty, readonly string[]>> = {
  produce: ["kinesis:PutRecord", "kinesis:PutRecords"],
  consume: ["kinesis:GetRecords"],
};

interface Half {
  readonly actions: readonly string[];
  readonly permission: Permission;
}

const held: Half = { actions: [], permission: surely };

/**
 * Writing oneself into the policy of a stream, or into the policy or the grants of its key. With a customer managed key
 * both halves are needed: what is not held already has to be within reach.
 */
export function openToOneself(techniques: TechniqueWorld): StreamTechnique {
  const openers = partiesThatMay(techniques, [putPolicy, ...keyActions]);
  return (streamArn) =>
    openers.flatMap(({ party }) =>
      recordDuties.flatMap((duty) => leadFor(techniques, party, duty, streamArn) ?? []),
    );
}

function leadFor(
  techniques: TechniqueWorld,
  party: Party,
  duty: RecordDuty,
  streamArn: string,
): StreamLead | undefined {
  const streamHalf = halfOnStream(techniques, party, duty, streamArn);
  const keyHalf = streamHalf && halfOnKey(techniques, party, duty, streamArn);
  if (!streamHalf || !keyHalf) return undefined;
  const actions = [...streamHalf.actions, ...keyHalf.actions];
  const permission = allOf([streamHalf.permission, keyHalf.permission]);
  if (actions.length === 0 || !permission) return undefined;
  const technique: Technique = streamHalf.actions.length > 0 ? "resource-policy" : "key-policy";
  return { party, technique, target: streamArn, actions, permission, duties: [duty] };
}

function halfOnStream(
  { world }: TechniqueWorld,
  party: Party,
  duty: RecordDuty,
  streamArn: string,
): Half | undefined {
  const { duties, rowOf } = world;
  if (hasPlace(rowOf(party)[duty].may, duties.placeOf(streamArn))) return held;
  const ways = openable(world, duty, streamArn).flatMap(({ resourceArn, opens }): Half[] => {
    const permission = permit(duties, party, { action: putPolicy, resourceArn });
    return permission && !isDenied(world, party, opens, resourceArn)
      ? [{ actions: [putPolicy], permission }]
      : [];
  });
  return surest(ways);
}

interface Openable {
  readonly resourceArn: string;
  /** Any of them is enough. */
  readonly opens: readonly string[];
}

/** A consumer has a policy of its own, and is read by it. */
function openable({ duties }: AccessWorld, duty: RecordDuty, streamArn: string): Openable[] {
  const stream = { resourceArn: streamArn, opens: recordActions[duty] };
  const consumers = duties.streams.get(streamArn)?.stream.consumers;
  if (duty === "produce" || !consumers?.known) return [stream];
  const opens = [readingByConsumer];
  return [stream, ...consumers.value.map(({ arn }) => ({ resourceArn: arn, opens }))];
}

/** No policy of a stream undoes a Deny. */
function isDenied({ duties }: AccessWorld, party: Party, actions: readonly string[], arn: string): boolean {
  return actions.every(
    (action) => duties.index.explain(party.arn, action, arn).decision === "explicitly-denied",
  );
}

function halfOnKey(
  techniques: TechniqueWorld,
  party: Party,
  duty: RecordDuty,
  streamArn: string,
): Half | undefined {
  const { world } = techniques;
  const { access } = world.keyHalfOf(party, duty, streamArn);
  if (access === "allowed" || access === "not-needed") return held;
  if (access === "conditional")
    return { actions: [], permission: { certainty: "conditional", conditions: ["the key"] } };
  const taken = takeKey(techniques, party, streamArn);
  if (taken) return taken;
  return access === "unknown"
    ? { actions: [], permission: { certainty: "unknown", conditions: [] } }
    : undefined;
}

/** A policy of another account's key is not for anybody here to write. */
function takeKey(techniques: TechniqueWorld, party: Party, streamArn: string): Half | undefined {
  const placed = techniques.world.duties.streams.get(streamArn);
  const key = placed && streamKey(placed);
  if (key?.kind !== "customer") return undefined;
  const { arn, accountId } = key.key;
  const told = [["kms:GrantIsForAWSResource", ["false"]]] as const;
  const ways = keyActions
    .filter((action) => action === "kms:CreateGrant" || accountId === party.accountId)
    .filter((action) => mayDo(techniques, party, action, arn))
    .flatMap((action): Half[] => {
      const permission = permit(techniques.world.duties, party, { action, resourceArn: arn, told });
      return permission ? [{ actions: [action], permission }] : [];
    });
  return surest(ways);
}
