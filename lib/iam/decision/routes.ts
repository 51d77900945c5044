import { accountOfCaller } from "@/lib/iam/decision/caller";
import type { Layer } from "@/lib/iam/decision/layer-values";
import type { PreparedRequest } from "@/lib/iam/decision/prepare-request";
import { requiresResourcePolicy } from "@/lib/iam/decision/requires-resource-policy";

/** Layers that together give access, if each of them allows. */
export type Route = readonly Layer[];

const byRole: Route = ["role", "boundary", "session"];
const byUser: Route = ["user", "session"];
const byName: readonly Route[] = [byRole, byUser, ["direct"]];

/** In one account either side is enough; a grant to the account says no more than that its policies count. */
const sameAccount: readonly Route[] = [["identity", "boundary", "session"], ...byName];

/** The policies of keys and roles have to hand the account the right to grant. */
const sameAccountKept: readonly Route[] = [["account", "identity", "boundary", "session"], ...byName];

/** Between accounts both sides have to allow. */
const crossAccount: readonly Route[] = (["account", "role", "user", "direct"] as const).map((grant) => [
  grant,
  "identity",
  "boundary",
  "session",
]);

/** Services, identity providers and nobody in particular have no policies of their own. */
const outside: readonly Route[] = [["direct"]];

/**
 * The ways in which a request may be allowed; two lists where it is not known whether caller and
 * resource belong to one account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function routesOf(request: PreparedRequest): Readings {
  const accountId = accountOfCaller(request.caller);
  if (accountId === undefined) return onlyOutside;
  const isKept = requiresResourcePolicy(request.action, request.resource);
  if (request.resourceAccount === undefined) return isKept ? keptOrCross : sameOrCross;
  if (request.resourceAccount !== accountId) return onlyCross;
  return isKept ? onlyKept : onlySame;
}

/** One, or two where it is open which of them AWS takes. */
export type Readings = readonly [readonly Route[], ...(readonly Route[])[]];

const onlyOutside: Readings = [outside];
const onlyCross: Readings = [crossAccount];
const onlyKept: Readings = [sameAccountKept];
const onlySame: Readings = [sameAccount];
const keptOrCross: Readings = [sameAccountKept, crossAccount];
const sameOrCross: Readings = [sameAccount, crossAccount];
