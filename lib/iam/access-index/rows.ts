import { classify, representatives } from "@/lib/iam/access-index/action-classes";
import type { ActionClasses } from "@/lib/iam/access-index/action-classes";
import type { Arenas } from "@/lib/iam/access-index/arenas";
import { boundOf } from "@/lib/iam/access-index/limits";
import type { Limits } from "@/lib/iam/access-index/limits";
import { everyChannel, setsOf } from "@/lib/iam/access-index/layer";
import type { Applied, Channel, LayerWorld } from "@/lib/iam/access-index/layer";
import type { PrincipalOverlay } from "@/lib/iam/access-index/overlay";
import { RowWriter } from "@/lib/iam/access-index/row-writer";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetPair } from "@/lib/iam/access-index/set-pair";

/** The answer for principals that no policy tells apart: one pair of sets for each class of actions. */
export interface Rows {
  readonly classes: ActionClasses;
  readonly pairs: readonly SetPair[];
}

export interface RowSources {
  readonly accountId: string;
  readonly identity: readonly Applied[];
  readonly limits: Limits;
  readonly overlay: PrincipalOverlay;
}

export function rowBuilder(world: LayerWorld, arenas: Arenas): (sources: RowSources) => Rows {
  const writer = new RowWriter(world.algebra);
  const { unsettledActions } = world;
  const channels: Channels = { allow: [], deny: [], account: [], role: [], user: [], direct: [] };
  return ({ accountId, identity, limits, overlay }) => {
    const applied = overlay.own.length > 0 ? [...identity, ...overlay.own] : identity;
    const masks = applied.map(({ actions }) => actions);
    const labellings = [arenas.labels, limits.classes, unsettledActions];
    const shared = overlay.shared ? [overlay.shared.classes] : [];
    const classes = classify(unsettledActions.length, [...labellings, ...shared], masks);
    const arenaOf = arenas.of(accountId);
    const pairs = representatives(classes).map((action) => {
      fillChannels(channels, applied, { action, isUnsettled: unsettledActions[action] === 1 });
      if (overlay.shared) addSets(channels, setsOf(overlay.shared, action));
      return writer.write({
        channels,
        bound: boundOf(limits, action),
        arena: arenaOf(action),
      });
    });
    return { classes, pairs };
  };
}

type Channels = Record<Channel, SetPair[]>;

interface Asked {
  readonly action: number;
  readonly isUnsettled: boolean;
}

/** The same lists again for each row: there are more rows than anything else. */
function fillChannels(channels: Channels, applied: readonly Applied[], { action, isUnsettled }: Asked): void {
  for (const channel of everyChannel) channels[channel].length = 0;
  for (const statement of applied) {
    if (statement.actions[action] !== 1) continue;
    const pair = isUnsettled ? statement.unsettled : statement.typed;
    if (pair !== nothing) channels[statement.channel].push(pair);
  }
}

function addSets(channels: Channels, sets: Readonly<Record<Channel, SetPair>>): void {
  for (const channel of everyChannel) if (sets[channel] !== nothing) channels[channel].push(sets[channel]);
}
