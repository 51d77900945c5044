import type { AccessFacts } from "@/lib/checks/access-facts";
import { groupBy } from "@/lib/model/group-by";
import { courseRoleOf } from "@/lib/checks/duty-words";
import type { CourseRole } from "@/lib/checks/duty-words";
import { excludeEachOther } from "@/lib/checks/exclusive-conditions";
import { isProven } from "@/lib/checks/held-by-party";
import type { PartyDuties } from "@/lib/checks/held-by-party";
import type { DutyGrant, HeldDuty, Party } from "@/lib/model/stream-access";

/** A document that gives its holder duties of more than one role on a stream by itself. */
export interface MixedDocument {
  readonly policyId: string;
  readonly party: Party;
  readonly roles: readonly CourseRole[];
  readonly statements: readonly number[];
  /** Whether nothing that could not be read decides it. */
  readonly isProven: boolean;
  /** The duties that it gives. */
  readonly cells: readonly HeldDuty[];
}

interface Given {
  readonly role: CourseRole;
  readonly cell: HeldDuty;
  readonly grants: readonly DutyGrant[];
}

/** The documents of a party that mix roles on a stream. */
export function mixedDocuments({ party, held }: PartyDuties, facts: AccessFacts): MixedDocument[] {
  if (new Set(held.flatMap(({ duty }) => courseRoleOf(duty) ?? [])).size < 2) return [];
  const streamArn = held[0]?.streamArn ?? "";
  const here = facts.documentsOf(party).filter(({ streams }) => streams.has(streamArn));
  return [...groupBy(here, ({ policyId }) => policyId)].flatMap(([policyId, documents]): MixedDocument[] => {
    const given = documents.flatMap(({ duty }): Given[] => {
      const role = courseRoleOf(duty);
      const cell = held.find((each) => each.duty === duty);
      const grants = facts.grantsOf(party, policyId, duty).filter(({ streams }) => streams.has(streamArn));
      return role && cell ? [{ role, cell, grants }] : [];
    });
    const mixed = given.filter((one) => given.some((other) => isMixedWith(one, other)));
    if (mixed.length === 0) return [];
    const proven = mixed.filter(({ cell }) => isProven(cell));
    const isSure = proven.some((one) => proven.some((other) => isMixedWith(one, other)));
    const shown = isSure ? proven : mixed;
    return [
      {
        policyId,
        party,
        roles: [...new Set(shown.map(({ role }) => role))],
        statements: shown.flatMap(({ grants }) => grants.flatMap(({ index = [] }) => index)),
        cells: shown.map(({ cell }) => cell),
        isProven: isSure,
      },
    ];
  });
}

function isMixedWith(one: Given, other: Given): boolean {
  return one.role !== other.role && !excludeEachOther(statementsOf(one), statementsOf(other));
}

function statementsOf({ grants }: Given) {
  return grants.flatMap(({ statement = [] }) => statement);
}
