import type { AccessPrincipal, PolicySource } from "@/lib/iam/access-index/access-input";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import { factsOfPrincipal } from "@/lib/iam/access-index/party-facts";
import { parseCaller } from "@/lib/iam/decision/caller";
import type { Caller } from "@/lib/iam/decision/caller";

export interface IndexedPrincipal {
  readonly given: AccessPrincipal;
  readonly caller: Extract<Caller, { kind: "user" | "role" | "unnamed" }>;
  readonly facts: KnownFacts;
  /** The same for those of an account whom nothing but conditions and names tells apart. */
  readonly mark: string;
}

export function indexPrincipal(given: AccessPrincipal): IndexedPrincipal {
  const caller = parseCaller(given.arn);
  if (caller?.kind === "root") return indexAccount(given, caller.accountId);
  if (caller?.kind !== "user" && caller?.kind !== "role")
    throw new RangeError(`${given.arn} is the ARN of neither a user nor a role nor an account`);
  // RCPs leave service-linked roles alone.
  const isServiceLinked = caller.arn.includes(":role/aws-service-role/");
  const mark = `${given.accountId} ${isServiceLinked ? "linked" : ""}`;
  return { given, caller, facts: factsOfPrincipal(given, caller), mark };
}

/** Text that is no policy: it may allow everything, and deny everything. */
const unknownPolicies: PolicySource = { policy: "unknown", text: "" };

/** Whoever the account's own policies allow: what is known of the account is all that is known of them. */
function indexAccount(account: AccessPrincipal, accountId: string): IndexedPrincipal {
  const { boundary: _boundary, tags: _tags, userId: _userId, ...known } = account;
  const given = { ...known, accountId, policies: [unknownPolicies] };
  const caller = { kind: "unnamed", accountId } as const;
  return { given, caller, facts: factsOfPrincipal(given, caller), mark: `${accountId} ` };
}
