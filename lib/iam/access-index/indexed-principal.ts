import type { AccessPrincipal } from "@/lib/iam/access-index/access-input";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import { factsOfPrincipal } from "@/lib/iam/access-index/party-facts";
import { parseCaller } from "@/lib/iam/decision/caller";
import type { Caller } from "@/lib/iam/decision/caller";

export interface IndexedPrincipal {
  readonly given: AccessPrincipal;
  readonly caller: Extract<Caller, { kind: "user" | "role" }>;
  readonly facts: KnownFacts;
  /** The same for those of an account whom nothing but conditions and names tells apart. */
  readonly mark: string;
}

export function indexPrincipal(given: AccessPrincipal): IndexedPrincipal {
  const caller = parseCaller(given.arn);
  if (caller?.kind !== "user" && caller?.kind !== "role")
    throw new RangeError(`${given.arn} is the ARN of neither a user nor a role`);
  // RCPs leave service-linked roles alone.
  const isServiceLinked = caller.arn.includes(":role/aws-service-role/");
  const mark = `${given.accountId} ${isServiceLinked ? "linked" : ""}`;
  return { given, caller, facts: factsOfPrincipal(given, caller), mark };
}
