import type { Party } from "@/lib/model/stream-access";

const namedAtMost = 3;

/** A list in a sentence: at most three are named, the rest is counted. */
export function enumerate(names: readonly string[]): string {
  const more = names.length - namedAtMost;
  return more > 0 ? `${names.slice(0, namedAtMost).join(", ")} and ${more} more` : inWords(names);
}

/** A whole list in a sentence. */
export function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** A party in the middle of a sentence. */
export function partyName({ kind, name, accountId, isForeign }: Party): string {
  if (kind === "everyone") return "everybody";
  if (kind === "account") return `account ${accountId}`;
  return isForeign ? `${kind} ${name} of account ${accountId}` : `${kind} ${name}`;
}

/** How evidence names a party: as the report's duties do. */
export function principalOf({ kind, arn }: Party): string {
  return kind === "everyone" ? "*" : arn;
}

/** On what something hangs, at the end of a sentence. */
export function dependingOn(conditions: Iterable<string>): string {
  const sorted = [...new Set(conditions)].toSorted();
  return sorted.length === 0 ? "" : `, depending on ${enumerate(sorted)}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
