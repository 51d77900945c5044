import { gapSchema } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { Snapshot } from "@/lib/model/snapshot";

export interface Coverage {
  readonly known: number;
  readonly unknown: number;
  /** Every gap once, in one order. */
  readonly gaps: Gap[];
}

/**
 * Counts every fact of a snapshot, known or not, wherever it stands.
 *
 * A fact is told by its shape. Nothing that an account's owner writes can imitate it: tag values and
 * names are text, and `known` of a fact is a boolean.
 */
export function coverageOf(snapshot: Snapshot): Coverage {
  const gapByKey = new Map<string, Gap>();
  let known = 0;
  let unknown = 0;

  const walk = (value: unknown, whose: Pick<Gap, "accountId">): void => {
    if (typeof value !== "object" || value === null) return;
    if ("known" in value && value.known === true) known += 1;
    if ("known" in value && value.known === false && "gap" in value) {
      unknown += 1;
      const gap = { ...gapSchema.parse(value.gap), ...whose };
      gapByKey.set(gapKey(gap), gap);
      return;
    }
    for (const part of Object.values(value)) walk(part, whose);
  };
  for (const account of snapshot.accounts)
    walk(account, snapshot.accounts.length > 1 ? { accountId: account.accountId } : {});

  const sorted = [...gapByKey].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { known, unknown, gaps: sorted.map(([, gap]) => gap) };
}

function gapKey({ action, region = "", resource = "", reason, message, accountId = "" }: Gap): string {
  return JSON.stringify([action, accountId, region, resource, reason, message]);
}
