import { buildAccountAccess } from "@/lib/kinesis/build-account-access";
import type { Check, DerivedParts } from "@/lib/model/check";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import type { CheckedVerdict } from "@/lib/checks/checked-verdict";

export type DerivedOf = (account: AccountSnapshot) => DerivedParts;

/**
 * What judging the accounts of one snapshot again can take from the last time: what is derived from an account, and
 * the verdicts of each check, which stay the same for as long as the settings that it declares do.
 */
export interface CheckMemory {
  readonly derivedOf: DerivedOf;
  /** The verdicts that were reached on the account by these settings, or those of `judge`, which are kept. */
  readonly recall: (place: RecallPlace, judge: () => CheckedVerdict[]) => readonly CheckedVerdict[];
}

interface RecallPlace {
  readonly check: Check;
  readonly account: AccountSnapshot;
  /** Those that the check declares. */
  readonly settings: object;
}

interface Kept {
  readonly settings: string;
  readonly verdicts: readonly CheckedVerdict[];
}

export function createCheckMemory(): CheckMemory {
  const keptOf = new WeakMap<AccountSnapshot, Map<Check, Kept>>();
  return {
    derivedOf: lazyDerived(),
    recall: ({ check, account, settings }, judge) => {
      const ofAccount = keptOf.get(account) ?? new Map<Check, Kept>();
      keptOf.set(account, ofAccount);
      const before = ofAccount.get(check);
      const text = JSON.stringify(settings);
      if (before?.settings === text) return before.verdicts;
      const verdicts = judge();
      ofAccount.set(check, { settings: text, verdicts });
      return verdicts;
    },
  };
}

/** Works out what is derived from an account once; each part when it is first read. */
export function lazyDerived(): DerivedOf {
  const known = new WeakMap<AccountSnapshot, DerivedParts>();
  return (account) => {
    const derived = known.get(account) ?? buildAccountAccess(account);
    known.set(account, derived);
    return derived;
  };
}
