import type { AccountFacts } from "@/lib/demo/account-facts";

/** The same account under another id: in each ARN and name, and nothing else. */
export function movedTo(facts: AccountFacts, accountId: string): AccountFacts {
  const copy = structuredClone(facts);
  rename(copy, (text) => text.replaceAll(facts.accountId, accountId));
  return copy;
}

function rename(value: object, nameOf: (text: string) => string): void {
  for (const [key, entry] of Object.entries(value)) {
    Reflect.deleteProperty(value, key);
    if (typeof entry === "object" && entry !== null && !(entry instanceof Date)) rename(entry, nameOf);
    Reflect.set(value, nameOf(key), typeof entry === "string" ? nameOf(entry) : entry);
  }
}
