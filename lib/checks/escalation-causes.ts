import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import type { Escalation, RecordEscalation, Technique } from "@/lib/model/role-reach";
import type { Party } from "@/lib/model/stream-access";
import type { Cause } from "@/lib/model/verdict";
import { dependingOn, enumerate, partyName } from "@/lib/checks/enumerate";

/** Who takes which step to which identity, account-wide: a finding says the same on every stream. */
export type StepNames = (step: Escalation) => readonly Escalation[];

export function namesBySteps({
  access,
  reach,
  region,
}: RegionPlace & Pick<DerivedParts, "access" | "reach">): StepNames {
  let groups: Map<string, Escalation[]> | undefined;
  const collect = () => {
    const found = new Map<string, Escalation[]>();
    for (const party of access.parties)
      if (!party.isForeign && access.standingOf(party, region) === "ordinary")
        for (const step of reach.escalations(party.arn)) {
          if (step.certainty === "unknown") continue;
          const group = found.get(idOf(step));
          if (group) group.push(step);
          else found.set(idOf(step), [step]);
        }
    return found;
  };
  return (step) => (groups ??= collect()).get(idOf(step)) ?? [step];
}

/** One cause for each technique and the identity that it leads to; or the party, where it leads to the stream itself. */
export function causesOfSteps(steps: readonly RecordEscalation[], names: StepNames): Cause[] {
  const groups = new Map<string, RecordEscalation[]>();
  for (const step of steps) {
    const group = groups.get(idOf(step));
    if (group) group.push(step);
    else groups.set(idOf(step), [step]);
  }
  return [...groups].flatMap(([id, group]) => {
    const [step] = group;
    if (!step) return [];
    const principals = [...new Set(group.map(({ party }) => party.arn))].toSorted();
    const say = onStreams[step.technique];
    const label = say ? `${capitalisedName(step.party)} ${say}.` : labelOf(step, names(step));
    return [{ kind: "principal", id, label, severity: "high", principals }];
  });
}

function idOf({ technique, target, party }: Escalation): string {
  return `${technique} ${onStreams[technique] ? party.arn : target}`;
}

/** Steps on a stream: the finding is about whoever may take them. */
const onStreams: Readonly<Partial<Record<Technique, string>>> = {
  "resource-policy": "can write itself into the policies of streams (kinesis:PutResourcePolicy)",
  "key-policy": "can open the keys of streams to itself (kms:PutKeyPolicy or kms:CreateGrant)",
  "tag-stream": "can set the tags that decide who reaches records (kinesis:AddTagsToStream or TagResource)",
};

const toIdentities: Readonly<Record<Technique, (target: string) => string>> = {
  "write-policy": (target) => `The policies of ${target} can be written`,
  "join-group": (target) => `The policies of ${target} can be had by joining it`,
  "change-trust": (target) => `The trust policy of ${target} can be changed`,
  "create-credentials": (target) => `Credentials of ${target} can be made`,
  "pass-role": (target) => `A service can be made to act as ${target}`,
  "put-code": (target) => `Code can be put into what runs as ${target}`,
  "assume-role": (target) => `A wildcard lets ${target}, which trusts the whole account, be assumed`,
  "create-channel": (target) => `A channel that carries records away can be made with ${target}`,
  "resource-policy": (target) => target,
  "key-policy": (target) => target,
  "tag-stream": (target) => target,
};

function labelOf({ technique, target }: Escalation, steps: readonly Escalation[]): string {
  const actions = [...new Set(steps.flatMap((step) => step.actions))].toSorted();
  const who = [...new Set(steps.map(({ party }) => partyName(party)))].toSorted();
  const conditions = steps.flatMap((step) => step.conditions);
  const what = toIdentities[technique](identityName(target));
  return `${what} by ${enumerate(who)} (${actions.join(", ")})${dependingOn(conditions)}.`;
}

/** `role orders-api`, from its ARN. */
function identityName(arn: string): string {
  const [kind = "", ...path] = arn.slice(arn.lastIndexOf(":") + 1).split("/");
  return `${kind} ${path.at(-1) ?? ""}`;
}

function capitalisedName(party: Party): string {
  const name = partyName(party);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
