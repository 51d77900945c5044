/** Where a scan looked; a report's `scan` is one, and so is a point of the history. */
export interface ScanScope {
  /** The first of the accounts. */
  readonly accountId: string;
  /** Of all accounts. */
  readonly regions: readonly string[];
  readonly accounts?:
    | readonly {
        readonly accountId: string;
        /** Absent: those of the scan. */
        readonly regions?: readonly string[];
      }[]
    | undefined;
}

/** The ids of the accounts that a scan looked at. */
export function accountsIn({ accountId, accounts }: ScanScope): string[] {
  return accounts?.map((account) => account.accountId) ?? [accountId];
}

/** The Regions of one account that a scan looked at. */
export function regionsIn(scope: ScanScope, accountId: string): readonly string[] {
  const { accounts = [{ accountId: scope.accountId }], regions } = scope;
  const account = accounts.find((each) => each.accountId === accountId);
  return account ? (account.regions ?? regions) : [];
}

/**
 * Whether a scan looked where another one may have found something. What belongs to an account as a whole, such as who
 * holds a duty anywhere, can be told only by a scan that looked at every Region of it that the other did.
 */
export function looksAt(
  scope: ScanScope,
  other: ScanScope,
  { accountId, region }: { readonly accountId: string; readonly region?: string },
): boolean {
  const regions = regionsIn(scope, accountId);
  if (region !== undefined) return regions.includes(region);
  return (
    accountsIn(scope).includes(accountId) &&
    regionsIn(other, accountId).every((each) => regions.includes(each))
  );
}

/** Whether two scans looked at the same accounts. */
export function sameAccounts(one: ScanScope, other: ScanScope): boolean {
  const [these, those] = [accountsIn(one), new Set(accountsIn(other))];
  return these.length === those.size && these.every((id) => those.has(id));
}
