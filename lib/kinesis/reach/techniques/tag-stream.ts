import { uniteAll } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { setsByWord } from "@/lib/iam/access-index/sets-by-word";
import { buildAccessWorld } from "@/lib/kinesis/access/access-world";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { once } from "@/lib/kinesis/access/once";
import { permit, surest } from "@/lib/kinesis/reach/permission";
import { recordsHeld } from "@/lib/kinesis/reach/scenario-powers";
import { partiesThatMay } from "@/lib/kinesis/reach/stream-technique";
import type { StreamLead, StreamTechnique } from "@/lib/kinesis/reach/stream-technique";
import { recordDuties } from "@/lib/kinesis/reach/technique";
import type { RecordDuty, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { missing } from "@/lib/model/observed";
import type { Party, StreamAccess } from "@/lib/model/stream-access";

const tagActions = ["kinesis:AddTagsToStream", "kinesis:TagResource"] as const;

/**
 * Tagging a stream whose access depends on its tags: whoever tags it decides who reaches its records, be it itself or
 * somebody that it works with.
 */
export function tagStream(techniques: TechniqueWorld, access: () => StreamAccess): StreamTechnique {
  const taggers = partiesThatMay(techniques, tagActions);
  const { parts } = techniques.world;
  const untagged = once(() => {
    const bound = taggers.filter(({ policies }) => policies.some(({ text }) => /ResourceTag/i.test(text)));
    const arns = new Set(bound.map(({ party }) => party.arn));
    return { arns, world: buildAccessWorld(withoutTags(parts), bound) };
  });
  /** What it would hold if the stream had the tags that its policies ask for. */
  const opensByTag = (party: Party, streamArn: string) =>
    untagged().arns.has(party.arn) ? recordsHeld(untagged().world, party, streamArn) : [];
  const taggersAt = once(() => setsByWord(taggers, ({ party }) => taggable(techniques, party)));
  return (streamArn) => {
    const byTag = once(() => decidedByTag(access(), streamArn));
    return taggersAt()(techniques.world.duties.placeOf(streamArn)).flatMap(({ party }) => {
      const byOwnTag = once(() => opensByTag(party, streamArn));
      const duties = recordDuties.filter((duty) => byTag().has(duty) || byOwnTag().includes(duty));
      const lead = duties.length > 0 && leadBy(techniques, party, streamArn);
      return lead ? [{ ...lead, duties }] : [];
    });
  };
}

/** What a party may tag at all, before anybody asks how. */
function taggable({ world }: TechniqueWorld, { arn }: Party): ResourceSet {
  return uniteAll(tagActions.map((action) => world.duties.index.access(arn, action).may));
}

function leadBy(
  { world }: TechniqueWorld,
  party: Party,
  target: string,
): Omit<StreamLead, "duties"> | undefined {
  const ways = tagActions.flatMap((action) => {
    const permission = permit(world.duties, party, { action, resourceArn: target });
    return permission ? [{ actions: [action], permission }] : [];
  });
  const way = surest(ways);
  return way && { party, technique: "tag-stream", target, ...way };
}

/** The duties that a grant gives somebody by a tag of the stream. */
function decidedByTag(access: StreamAccess, streamArn: string): ReadonlySet<RecordDuty> {
  const tagged = access
    .grantsOn(streamArn)
    .filter(({ statement }) => statement?.conditions.some(({ key }) => /^aws:ResourceTag\//i.test(key)));
  const isHeld = (duty: RecordDuty) =>
    tagged.some(
      (grant) =>
        grant.duty === duty &&
        access
          .holdersOf(streamArn)
          .some((cell) => cell.party === grant.party && cell.duty === duty && !cell.isBlockedByKey),
    );
  return new Set(recordDuties.filter(isHeld));
}

function withoutTags(parts: AccessParts): AccessParts {
  const gap = { action: "weir:tags", reason: "not-collected", message: "Tags are left open." } as const;
  const regions = parts.regions.map((place) => {
    const { streams } = place;
    if (!streams.known) return place;
    const open = streams.value.map((stream) => Object.assign({}, stream, { tags: missing(gap) }));
    return Object.assign({}, place, { streams: { ...streams, value: open } });
  });
  return { ...parts, regions };
}
