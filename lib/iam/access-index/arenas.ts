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
  const select = (matches: (resource: AccessResource) => boolean): SetPair => {
    const places = [...resources.entries()].flatMap(([place, resource]) => (matches(resource) ? place : []));
    const set = setOf(places);
    return algebra.pair(set, set);
  };
  const known = new Map<string, Map<number, Arena>>();
  return {
    labels,
    of: (accountId) => {
      const arenas = known.get(accountId) ?? new Map<number, Arena>();
      known.set(accountId, arenas);
      return (action) => {
        const label = numberAt(labels, action);
        const arena = arenas.get(label) ?? buildArena(select, itemAt(actions, action), accountId);
        arenas.set(label, arena);
        return arena;
      };
    },
  };
}

function buildArena(
  select: (matches: (resource: AccessResource) => boolean) => SetPair,
  action: AccessAction,
  accountId: string,
): Arena {
  const kinds = new Set(kindsOf(action));
  const name = action.name.toLowerCase();
  const concerns = ({ kind, arn }: AccessResource) => (kinds.size === 0 ? arn === star : kinds.has(kind));
  const isHome = (resource: AccessResource) => resource.arn === star || resource.accountId === accountId;
  const isKept = ({ arn }: AccessResource) => requiresResourcePolicy(name, arn);
  return {
    same: select((each) => concerns(each) && isHome(each) && !isKept(each)),
    kept: select((each) => concerns(each) && isHome(each) && isKept(each)),
    cross: select((each) => concerns(each) && !isHome(each)),
  };
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
