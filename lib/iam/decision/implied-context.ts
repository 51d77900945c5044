import { parseArn } from "@/lib/model/arn";
import type { Caller } from "@/lib/iam/decision/caller";
import { accountOfCaller } from "@/lib/iam/decision/caller";

type Entry = readonly [string, readonly string[]];

export interface Implied {
  readonly caller: Caller;
  readonly resourceAccount: string | undefined;
  readonly contextComplete: boolean;
}

/**
 * The keys whose values follow from who calls and what is called, so that nobody has to tell them. An empty list
 * is a key that such a request does not have.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-infotouse
 */
export function impliedContext({ caller, resourceAccount, contextComplete }: Implied): Entry[] {
  const entries: Entry[] = [
    ...userName(caller),
    ["aws:PrincipalIsAWSService", caller.kind === "anonymous" ? [] : [String(caller.kind === "service")]],
    ...principalArn(caller, contextComplete),
    ...principalType(caller),
  ];
  const accountId = accountOfCaller(caller);
  if (accountId !== undefined) entries.push(["aws:PrincipalAccount", [accountId]], ...onlyForServices);
  if (resourceAccount !== undefined) entries.push(["aws:ResourceAccount", [resourceAccount]]);
  return entries;
}

/** Only a service that calls for a resource says for which. */
const onlyForServices: readonly Entry[] = [
  ["aws:SourceArn", []],
  ["aws:SourceAccount", []],
  ["aws:SourceOrgID", []],
  ["aws:SourceOrgPaths", []],
];

function userName(caller: Caller): Entry[] {
  return caller.kind === "unnamed" ? [] : [["aws:username", caller.kind === "user" ? [caller.name] : []]];
}

function principalArn(caller: Caller, contextComplete: boolean): Entry[] {
  if (caller.kind === "anonymous") return [["aws:PrincipalArn", []]];
  if (isUntold(caller)) return [];
  if (caller.kind !== "role-session") return [["aws:PrincipalArn", [caller.arn]]];
  // A session does not tell its role's path; that there is none is true only of a context that leaves nothing out.
  const arn = parseArn(caller.arn);
  if (!contextComplete || !arn) return [];
  return [["aws:PrincipalArn", [`arn:${arn.partition}:iam::${caller.accountId}:role/${caller.roleName}`]]];
}

const types = {
  root: "Account",
  user: "User",
  role: "AssumedRole",
  "role-session": "AssumedRole",
  "federated-user": "FederatedUser",
  anonymous: "Anonymous",
} as const;

function principalType(caller: Caller): Entry[] {
  return isUntold(caller) ? [] : [["aws:PrincipalType", [types[caller.kind]]]];
}

type Untold = Extract<Caller, { kind: "service" | "federated" | "unnamed" }>;

/** Of whom AWS does not say how it calls them, or nobody knows. */
function isUntold(caller: Caller): caller is Untold {
  return caller.kind === "service" || caller.kind === "federated" || caller.kind === "unnamed";
}
