import type { Caller } from "@/lib/iam/decision/caller";
import { accountOfCaller } from "@/lib/iam/decision/caller";
import { rcpServices } from "@/lib/iam/decision/rcp-services";
import { maybe, no, not, yes } from "@/lib/iam/conditions/tri";
import type { Tri } from "@/lib/iam/conditions/tri";

/** What decides whether the policies of an organization concern a request. */
export interface Limited {
  readonly caller: Caller;
  /** In small letters. */
  readonly action: string;
  readonly resourceAccount: string | undefined;
  readonly managementAccount: string | undefined;
  readonly isAwsManagedKey: boolean;
}

/**
 * Whether SCPs limit a caller: one that belongs to a member account and is no service-linked role.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export function areScpsInForce({
  caller,
  managementAccount,
}: Pick<Limited, "caller" | "managementAccount">): Tri {
  const accountId = accountOfCaller(caller);
  if (accountId === undefined || accountId === managementAccount) return no;
  return not(isServiceLinked(caller));
}

/**
 * Whether RCPs limit what is done to a resource: not in the management account, not by service-linked
 * roles, not for AWS managed keys, and only in the services that support them.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function areRcpsInForce(request: Limited): Tri {
  const { action, resourceAccount, managementAccount } = request;
  const inManagement = managementAccount !== undefined && resourceAccount === managementAccount;
  if (inManagement || request.isAwsManagedKey || action === "kms:retiregrant") return no;
  const service = action.slice(0, action.indexOf(":"));
  if (service === "kinesis" || isServiceLinked(request.caller) === yes) return no;
  // The list of services grows.
  return rcpServices.has(service) && isServiceLinked(request.caller) === no ? yes : maybe;
}

/** A session does not tell its role's path, only a name that such roles have. */
function isServiceLinked(caller: Caller): Tri {
  if (caller.kind === "role") return caller.arn.includes(":role/aws-service-role/") ? yes : no;
  return caller.kind === "role-session" && caller.roleName.startsWith("AWSServiceRoleFor") ? maybe : no;
}
