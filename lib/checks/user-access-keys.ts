import type { UserAccessKeys } from "@/lib/model/access-keys";
import { missing } from "@/lib/model/observed";
import type { Observed } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Party } from "@/lib/model/stream-access";

export type AccessKeys = UserAccessKeys["keys"];

/** The access keys of a user; one that was not asked about is a gap, and not a user without keys. */
export function keysOfUser(
  { arn, name }: Party,
  { accessKeys }: Pick<AccountParts, "accessKeys">,
): AccessKeys {
  if (!accessKeys.known) return accessKeys;
  const asked = accessKeys.value.find(({ userArn }) => userArn === arn);
  if (asked) return asked.keys;
  const message = `The access keys of user ${name} were not asked for.`;
  return missing({ action: "iam:ListAccessKeys", reason: "not-collected", message, resource: arn });
}

/** Whether a user can sign requests with a long-lived key at all. */
export function hasActiveKey(keys: AccessKeys): Observed<boolean> {
  return keys.known ? { ...keys, value: keys.value.some(({ active }) => active) } : keys;
}
