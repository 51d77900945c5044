import type { AccountFacts } from "@/lib/demo/account-facts";
import { renamed } from "@/lib/demo/renamed";

/** The same account under another id: in each ARN and name, and nothing else. */
export function movedTo(facts: AccountFacts, accountId: string): AccountFacts {
  return renamed(facts, facts.accountId, accountId);
}
