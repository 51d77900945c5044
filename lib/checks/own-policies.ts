import { factsOfAccess } from "@/lib/checks/access-facts";
import { groupBy } from "@/lib/model/group-by";
import { courseRoleOf } from "@/lib/checks/duty-words";
import { isProven } from "@/lib/checks/held-by-party";
import type { PartyDuties } from "@/lib/checks/held-by-party";
import { isResourcePolicy } from "@/lib/checks/policy-name";
import type { Duty } from "@/lib/model/duty";
import type { DocumentDuty, HeldDuty, Party, StreamAccess } from "@/lib/model/stream-access";

/** The policies that give duties alone. */
export interface OwnPolicies {
  /** Whether a policy gives a duty on a stream alone; of the stream's own policy its holders tell. */
  readonly has: (streamArn: string, duty: Duty, holders: readonly PartyDuties[]) => boolean;
  /** The parties with a document that could not be read, and may be such a policy. */
  readonly unreadOn: (streamArn: string, duty: Duty) => readonly Party[];
}

interface Candidate {
  readonly given: DocumentDuty;
  /** What the same document gives the same party beside it. */
  readonly others: readonly DocumentDuty[];
}

/** Sorts the documents of an account by the duty that they may be for. */
export function ownPolicies(access: StreamAccess): OwnPolicies {
  const documents = access.documentDuties().filter(({ party }) => !party.isServiceLinked);
  const byDocument = groupBy(documents, ({ policyId, party }) => `${policyId} ${party.arn}`);
  const candidates = [...byDocument.values()].flatMap((given) =>
    given.map((one): Candidate => ({
      given: one,
      others: given.filter((each) => isOfAnotherRole(each, one)),
    })),
  );
  const unread = candidates.filter(({ given }) => !given.isRead);
  const alone = aloneByDuty(
    candidates.filter(({ given }) => given.isRead),
    factsOfAccess(access).streams.size,
  );
  return {
    has: (streamArn, duty, holders) =>
      alone.get(duty)?.has(streamArn) === true ||
      holders.some(({ held }) => isByResourcePolicyAlone(held, duty)),
    unreadOn: (streamArn, duty) =>
      unread
        .filter(({ given }) => given.duty === duty && given.streams.has(streamArn))
        .map(({ given }) => given.party),
  };
}

/** The streams on which a document is for each duty alone. */
function aloneByDuty(
  candidates: readonly Candidate[],
  total: number,
): ReadonlyMap<Duty, ReadonlySet<string>> {
  const byDuty = new Map<Duty, Set<string>>();
  for (const { given, others } of candidates) {
    const streams = byDuty.get(given.duty) ?? new Set();
    byDuty.set(given.duty, streams);
    // The many holders of a wide policy have it on the same streams.
    if (streams.size === total) continue;
    for (const arn of given.streams)
      if (!streams.has(arn) && !others.some((other) => other.streams.has(arn))) streams.add(arn);
  }
  return byDuty;
}

function isOfAnotherRole({ duty }: DocumentDuty, than: DocumentDuty): boolean {
  return courseRoleOf(duty) !== courseRoleOf(than.duty);
}

/** Whether a resource policy is what gives the duty, and gives its holder nothing else. */
function isByResourcePolicyAlone(held: readonly HeldDuty[], duty: Duty): boolean {
  const cell = held.find((each) => each.duty === duty);
  if (!cell || !isProven(cell)) return false;
  return cell.via.some(
    ({ policy }) =>
      isResourcePolicy(policy) &&
      held.every(
        (each) =>
          courseRoleOf(each.duty) === courseRoleOf(duty) || !each.via.some((one) => one.policy === policy),
      ),
  );
}
