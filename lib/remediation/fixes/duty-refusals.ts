import { matchesAction } from "@/lib/iam/match-action";
import { keyActions } from "@/lib/kinesis/access/duty-actions";
import { dutyOfAction } from "@/lib/kinesis/duty-of-action";
import { kinesisActions, type ServiceAction } from "@/lib/kinesis/service-actions";
import type { Duty } from "@/lib/model/duty";
import { groupBy } from "@/lib/model/group-by";
import type { Announcement } from "@/lib/remediation/fix";
import type { Refusal } from "@/lib/remediation/fixes/refuse-actions";

/** Every action of some duties, by its name. */
export function actionsOf(duties: readonly Duty[]): readonly string[] {
  const ofStreams = kinesisActions.map(({ name }) => name).filter((name) => isOf(name, duties));
  return duties.includes("manage-key") ? [...ofStreams, ...keyActions.manage] : ofStreams;
}

/** By name, a list of streams is as long as its policy has room for. */
const namedAtMost = 12;

/** Some duties refused on streams and keys; on all of them where there are too many to be named. */
export function dutyRefusals(
  duties: readonly Duty[],
  {
    streamArns,
    keyArns = [],
  }: { readonly streamArns: readonly string[]; readonly keyArns?: readonly string[] },
): Refusal[] {
  const actions = kinesisActions.filter(({ name }) => isOf(name, duties));
  const isMany = streamArns.length > namedAtMost || streamArns.length === 0;
  const resourcesOf = (action: ServiceAction) => [
    ...(isOn(action, "stream") ? streamArns : []),
    ...(isOn(action, "consumer") ? streamArns.map((arn) => `${arn}/consumer/*`) : []),
  ];
  const parts = isMany ? [{ actions, resources: ["*"] }] : groupsOf(actions, resourcesOf);
  const refusals = parts.map((part) => ({
    Action: part.actions.map(({ name }) => name),
    Resource: part.resources,
  }));
  const ofKeys = duties.includes("manage-key")
    ? [{ Action: keyActions.manage, Resource: keysOf(keyArns) }]
    : [];
  return [...refusals, ...ofKeys].filter(({ Action }) => Action.length > 0);
}

/** Actions that are refused on the same resources, together; on everything where they are on no stream. */
function groupsOf(
  actions: readonly ServiceAction[],
  resourcesOf: (action: ServiceAction) => readonly string[],
) {
  const groups = groupBy(actions, (action) => resourcesOf(action).join(" "));
  return [...groups.values()].map((group) => {
    const resources = group.flatMap((action, at) => (at === 0 ? resourcesOf(action) : []));
    return { actions: group, resources: resources.length === 0 ? ["*"] : resources };
  });
}

function keysOf(keyArns: readonly string[]): readonly string[] {
  return keyArns.length === 0 || keyArns.length > namedAtMost ? ["*"] : keyArns;
}

function isOf(name: string, duties: readonly Duty[]): boolean {
  const duty = dutyOfAction(name);
  return duty !== undefined && duty !== "inspect" && duties.includes(duty);
}

function isOn({ resourceTypes }: ServiceAction, type: string): boolean {
  return resourceTypes.includes(type);
}

/** The actions of a statement that are of none of the duties; undefined where no list of actions can say that. */
export function withoutActions(
  patterns: readonly string[],
  taken: readonly string[],
  spell: (pattern: string) => readonly string[] | undefined,
): readonly string[] | undefined {
  const kept: string[] = [];
  for (const pattern of patterns) {
    if (!taken.some((action) => matchesAction(pattern, action))) {
      kept.push(pattern);
      continue;
    }
    const spelt = /[*?]/.test(pattern) ? spell(pattern) : [];
    if (!spelt) return undefined;
    kept.push(...spelt.filter((action) => !taken.includes(action)));
  }
  return [...new Set(kept)];
}

/** What a Deny brings along that names the consumers that a stream may have later. */
export const consumersNamed: Announcement = {
  checkId: "KDS-LP-06",
  words: "A stream's consumers are named beside it: where it has none yet, that name matches nothing.",
};
