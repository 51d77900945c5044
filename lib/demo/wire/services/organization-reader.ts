import { commonError } from "../common-errors";
import { organizationsDialect } from "../dialects";
import { WireError } from "../wire-error";
import type { WireContext } from "../wire-service";

/** For the management account and delegated administrators; an account that sees no accounts is neither. */
export function requireReader({ account }: WireContext): void {
  if (!account.organization) throw notInUse();
  if (account.organizationAccounts.length > 0) return;
  const message = "You don't have permissions to access this resource.";
  throw commonError("access-denied", organizationsDialect, message);
}

export function notInUse(): WireError {
  return new WireError(
    "AWSOrganizationsNotInUseException",
    "Your account is not a member of an organization.",
  );
}
