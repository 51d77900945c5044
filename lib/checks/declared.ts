import type { Stream } from "@/lib/model/stream";

/** What the owner asks for of some streams: by the account, or by a tag `<name>` with the value `required`. */
export interface Demand {
  readonly accountIds: readonly string[];
  readonly tagKey: string;
}

/** Whether it is asked for of a stream; `unread`, where only its tags would say. Tags are compared without case. */
export function isDeclared(
  { tags, accountId }: Pick<Stream, "tags" | "accountId">,
  { accountIds, tagKey }: Demand,
): "yes" | "no" | "unread" {
  if (accountIds.includes(accountId)) return "yes";
  if (!tags.known) return "unread";
  const [, value = ""] = Object.entries(tags.value).find(([key]) => key.toLowerCase() === tagKey) ?? [];
  return value.toLowerCase() === "required" ? "yes" : "no";
}
