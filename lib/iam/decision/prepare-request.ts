import { parseArn } from "@/lib/model/arn";
import { buildContext } from "@/lib/iam/conditions/context";
import type { RequestContext } from "@/lib/iam/conditions/context";
import type { ActionFacts } from "@/lib/iam/decision/action-facts";
import { accountOfCaller } from "@/lib/iam/decision/caller";
import type { Tri } from "@/lib/iam/conditions/tri";
import { areRcpsInForce, areScpsInForce } from "@/lib/iam/decision/organization-limits";
import type { Caller } from "@/lib/iam/decision/caller";
import { impliedContext } from "@/lib/iam/decision/implied-context";

/** What somebody asks AWS to do. */
export interface AccessRequest {
  readonly caller: Caller;
  /** `service:Name`, in any case. */
  readonly action: string;
  /** An ARN, or `*` for an action that has no resource. */
  readonly resource: string;
  /** The resource's owner, where the ARN does not name it. */
  readonly resourceAccount?: string;
  /** The management account of the caller's organization, which SCPs and RCPs leave alone. */
  readonly managementAccount?: string;
  /** Whether the resource is an AWS managed key, which RCPs leave alone. */
  readonly isAwsManagedKey?: boolean;
  /** Values by condition key; an empty list is a key that is absent for sure. */
  readonly context?: Iterable<readonly [string, readonly string[]]>;
  /** Whether a key that is not in the context is absent; otherwise nobody knows. */
  readonly contextComplete?: boolean;
}

/** A request, made ready to be held against many policies. */
export interface PreparedRequest {
  readonly caller: Caller;
  /** In small letters. */
  readonly action: string;
  readonly resource: string;
  /** Whether only `*` is sure to cover the action, and the ARN perhaps. */
  readonly isResourceUnsettled: boolean;
  readonly resourceAccount: string | undefined;
  readonly areScpsInForce: Tri;
  readonly areRcpsInForce: Tri;
  readonly context: RequestContext;
}

export function prepareRequest(request: AccessRequest, actionFacts: ActionFacts): PreparedRequest {
  const { caller, contextComplete = false } = request;
  const action = request.action.toLowerCase();
  const resources = actionFacts(action) ?? "typed";
  const resource = resources === "none" ? "*" : request.resource;
  const resourceAccount = request.resourceAccount ?? ownerOf(resource, caller);
  const given = request.context ?? [];
  const implied = impliedContext({ caller, resourceAccount, contextComplete });
  const { managementAccount, isAwsManagedKey = false } = request;
  const limited = { caller, action, resourceAccount, managementAccount, isAwsManagedKey };
  return {
    caller,
    action,
    resource,
    isResourceUnsettled: resources === "unsettled",
    resourceAccount,
    areScpsInForce: areScpsInForce(limited),
    areRcpsInForce: areRcpsInForce(limited),
    // What was told goes before what follows.
    context: buildContext([...implied, ...given], contextComplete),
  };
}

/** What has no ARN belongs to whoever asks; an ARN without account, as of a bucket, to nobody knows whom. */
function ownerOf(resource: string, caller: Caller): string | undefined {
  if (resource === "*") return accountOfCaller(caller);
  const accountId = parseArn(resource)?.accountId;
  return accountId === "" ? undefined : accountId;
}
