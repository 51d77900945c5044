import type { AccessAction, AccessResource } from "@/lib/iam/access-index/access-input";
import { itemAt, numberAt } from "@/lib/iam/access-index/item-at";
import { setOf } from "@/lib/iam/access-index/resource-set";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { requiresResourcePolicy } from "@/lib/iam/decision/requires-resource-policy";

/** The resources that an action works on, by which policies have to allow a principal of an account. */
export interface Arena {
  /** Of the account: either side is enough. */
  readonly same: SetPair;
  /** Of the account, and their own policy has to allow: keys, and the trust in roles. */
  readonly kept: SetPair;
  /** Of other accounts: both sides have to allow. */
  readonly cross: SetPair;
}

export interface Arenas {
  /** For each action the number of its arena: what several actions have in common is one. */
  readonly labels: Uint16Array;
  /** For each action, as asked for by those of an account. */
  readonly of: (accountId: string) => (action: number) => Arena;
}

/** What is asked for without a resource belongs to whoever asks. */
export const star = "*";

export function buildArenas(
  algebra: SetAlgebra,
  resources: readonly AccessResource[],
  actions: readonly AccessAction[],
): Arenas {
  const numbers = new Map<string, number>();
  const labels = Uint16Array.from(actions, (action) => {
    const id = `${isKeptAnywhere(action)} ${kindsOf(action).toSorted().join(" ")}`;
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  });
  const known = new Map<string, Map<number, Arena>>();
  return {
    labels,
    of: (accountId) => {
      const arenas = known.get(accountId) ?? new Map<number, Arena>();
      known.set(accountId, arenas);
      return (action) => {
        const label = numberAt(labels, action);
        const arena =
          arenas.get(label) ?? buildArena({ algebra, resources }, itemAt(actions, action), accountId);
        arenas.set(label, arena);
        return arena;
      };
    },
  };
}

function buildArena(
  { algebra, resources }: { readonly algebra: SetAlgebra; readonly resources: readonly AccessResource[] },
  action: AccessAction,
  accountId: string,
): Arena {
  const kinds = new Set(kindsOf(action));
  const name = action.name.toLowerCase();
  const places: Record<keyof Arena, number[]> = { same: [], kept: [], cross: [] };
  for (const [place, { arn, kind, accountId: owner }] of resources.entries()) {
    if (kinds.size === 0 ? arn !== star : !kinds.has(kind)) continue;
    if (arn !== star && owner !== accountId) places.cross.push(place);
    else places[requiresResourcePolicy(name, arn) ? "kept" : "same"].push(place);
  }
  const pairOf = (each: readonly number[]) => {
    const set = setOf(each);
    return algebra.pair(set, set);
  };
  return { same: pairOf(places.same), kept: pairOf(places.kept), cross: pairOf(places.cross) };
}

/** None: the action is asked for without a resource. */
function kindsOf({ resourceKinds, unlistedKinds = [] }: AccessAction): readonly string[] {
  return resourceKinds.length > 0 ? resourceKinds : unlistedKinds;
}

export function isUnsettled({ resourceKinds, unlistedKinds = [] }: AccessAction): boolean {
  return resourceKinds.length === 0 && unlistedKinds.length > 0;
}

/** Actions of other services never need a resource's policy in one account, so that they may share an arena. */
function isKeptAnywhere({ name }: AccessAction): string {
  const small = name.toLowerCase();
  return /^(?:kms|sts):/.test(small) ? small : "";
}
