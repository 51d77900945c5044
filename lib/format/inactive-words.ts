import type { Report } from "@/lib/model/report";

/** `444455556666 (suspended), 777788889999 (pending closure)`. */
export function inactiveWords(accounts: NonNullable<Report["scan"]["inactiveAccounts"]>): string {
  return accounts
    .map(({ accountId, state }) => `${accountId} (${state.toLowerCase().replaceAll("_", " ")})`)
    .join(", ");
}
