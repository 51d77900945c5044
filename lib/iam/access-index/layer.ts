import { classify, representatives } from "@/lib/iam/access-index/action-classes";
import type { ActionClasses } from "@/lib/iam/access-index/action-classes";
import { itemAt } from "@/lib/iam/access-index/item-at";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import type { GrantKind } from "@/lib/iam/decision/compile-principals";

/** What a statement does: a resource policy's grant by how it names the caller. */
export type Channel = "allow" | "deny" | GrantKind;

export const everyChannel = ["allow", "deny", "account", "role", "user", "direct"] as const;

/** A statement that applies to a principal, for some actions and resources. */
export interface Applied {
  readonly channel: Channel;
  /** One for each action that it covers. */
  readonly actions: Uint8Array;
  readonly typed: SetPair;
  /** For actions of which AWS lists no resource types. */
  readonly unsettled: SetPair;
}

export type Sets = Readonly<Record<Channel, SetPair>>;

/** Policies that count together, as sets for each class of actions. */
export interface Layer {
  readonly classes: ActionClasses;
  readonly sets: readonly Sets[];
}

export interface LayerWorld {
  readonly algebra: SetAlgebra;
  /** One for each action of which AWS lists no resource types. */
  readonly unsettledActions: Uint8Array;
}

const noSets: Sets = {
  allow: nothing,
  deny: nothing,
  account: nothing,
  role: nothing,
  user: nothing,
  direct: nothing,
};

export function setsOf({ classes, sets }: Layer, action: number): Sets {
  return itemAt(sets, itemAt(classes, action));
}

/** Unites statements; actions that the same statements cover are united once. */
export function buildLayer(world: LayerWorld, statements: readonly Applied[]): Layer {
  const { unsettledActions, algebra } = world;
  const masks = statements.map(({ actions }) => actions);
  const classes = classify(unsettledActions.length, [unsettledActions], masks);
  const sets = representatives(classes).map((action) => {
    const mode = unsettledActions[action] === 1 ? "unsettled" : "typed";
    const pairs = new Map<Channel, SetPair[]>();
    for (const statement of statements) {
      if (statement.actions[action] !== 1 || statement[mode] === nothing) continue;
      const found = pairs.get(statement.channel);
      if (found) found.push(statement[mode]);
      else pairs.set(statement.channel, [statement[mode]]);
    }
    return unitedSets(algebra, pairs);
  });
  return { classes, sets };
}

function unitedSets(algebra: SetAlgebra, pairs: ReadonlyMap<Channel, readonly SetPair[]>): Sets {
  const united: Record<Channel, SetPair> = { ...noSets };
  for (const [channel, each] of pairs) united[channel] = algebra.unite(each);
  return united;
}
