import { groupBy } from "@/lib/checks/access-facts";
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
  const byDuty = groupBy(candidates, ({ given }) => given.duty);
  const on = (streamArn: string, duty: Duty) =>
    (byDuty.get(duty) ?? []).filter(({ given }) => given.streams.has(streamArn));
  const isAlone = (streamArn: string, { given, others }: Candidate) =>
    given.isRead && given.streams.has(streamArn) && !others.some(({ streams }) => streams.has(streamArn));
  return {
    has: (streamArn, duty, holders) =>
      (byDuty.get(duty) ?? []).some((each) => isAlone(streamArn, each)) ||
      holders.some(({ held }) => isByResourcePolicyAlone(held, duty)),
    unreadOn: (streamArn, duty) =>
      on(streamArn, duty)
        .filter(({ given }) => !given.isRead)
        .map(({ given }) => given.party),
  };
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
