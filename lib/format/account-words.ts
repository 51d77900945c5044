import type { ScanSummary } from "@/lib/model/scan";

const namedAtMost = 3;

/** `111122223333`, or how many there are where naming them takes too much room. */
export function accountWords(ids: readonly string[]): string {
  return ids.length > namedAtMost ? `${ids.length} accounts` : ids.join(", ");
}

/** `Account 111122223333`, `Accounts 111122223333, 444455556666`, `5 accounts`; each id as `write` writes it. */
export function accountTitle(ids: readonly string[], write: (id: string) => string = String): string {
  if (ids.length > namedAtMost) return accountWords(ids);
  return `${ids.length === 1 ? "Account" : "Accounts"} ${ids.map(write).join(", ")}`;
}

/** The accounts of a scan as far as it got; none: nobody was reached. */
export function scannedAccounts({
  accountId,
  accountIds = accountId === undefined ? [] : [accountId],
}: Pick<ScanSummary, "accountId" | "accountIds">): readonly string[] {
  return accountIds;
}

/** As it stands in the name of a file. */
export function fileWords(ids: readonly string[]): string {
  return ids.length === 1 ? accountWords(ids) : `${ids.length}-accounts`;
}

/** `us-east-1`, and whose where a scan tells of several accounts: `us-east-1 of 111122223333`. */
export function placeWords({
  region,
  accountId,
}: {
  readonly region?: string;
  readonly accountId?: string;
}): string {
  if (accountId === undefined) return region ?? "";
  return region === undefined ? accountId : `${region} of ${accountId}`;
}

/** `Scan of account 111122223333`; of nobody where nobody was reached. */
export function scanTitle(ids: readonly string[]): string {
  if (ids.length === 0) return "Scan";
  return ids.length === 1 ? `Scan of account ${accountWords(ids)}` : `Scan of ${ids.length} accounts`;
}
