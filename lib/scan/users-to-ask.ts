import { buildAccountAccess } from "@/lib/kinesis/build-account-access";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { mapObserved } from "@/lib/model/observed";
import type { Observed } from "@/lib/model/observed";

/** The users whose access keys matter: those that hold a duty on a stream, or may by a document that nobody understands. */
export function usersToAsk(account: AccessParts): Observed<string[]> {
  return mapObserved(account.iam, () => {
    const held = buildAccountAccess(account).access.heldUnder({});
    const users = held
      .filter(({ party, possible }) => party.kind === "user" && !party.isForeign && possible.size > 0)
      .map(({ party }) => party.arn);
    return [...new Set(users)];
  });
}
