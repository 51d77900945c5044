import type { CheckPlace } from "@/lib/model/check";
import type { AccountParts } from "@/lib/model/snapshot";

/** Whether an organization's policies may bind the account: not where there is none, and not the management account. */
export function isBoundByScps({
  organization,
  accountId,
}: Pick<CheckPlace, "accountId"> & Pick<AccountParts, "organization">): boolean {
  if (!organization.known) return true;
  return organization.value !== null && organization.value.managementAccountId !== accountId;
}
