import { countOf } from "@/lib/format/count-of";
import { accessWords } from "@/lib/format/words";
import type { CallAccess } from "@/lib/model/preflight";

/** What stops a scan from reading first, what it may read last. */
const order = [
  "denied",
  "failed",
  "not-implemented",
  "not-tried",
  "allowed",
] as const satisfies readonly CallAccess["access"][];

/** The calls, those first that somebody has to look at. */
export function sortCalls(calls: readonly CallAccess[]): readonly CallAccess[] {
  return calls.toSorted((a, b) => order.indexOf(a.access) - order.indexOf(b.access));
}

/** `27 calls: 24 allowed, 2 denied, 1 not tried`, without what there is none of. */
export function accessSentence(calls: readonly CallAccess[]): string {
  const parts = order.toReversed().flatMap((access) => {
    const count = calls.filter((call) => call.access === access).length;
    return count === 0 ? [] : [`${count} ${accessWords[access].toLowerCase()}`];
  });
  return `${countOf(calls.length, "call")}: ${parts.join(", ")}`;
}
