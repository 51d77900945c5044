import { factsOfAccess } from "@/lib/checks/access-facts";
import type { AccessFacts } from "@/lib/checks/access-facts";
import { dependingOn, enumerate, partyName, principalOf } from "@/lib/checks/enumerate";
import { soleDocuments } from "@/lib/checks/mixed-holdings";
import type { MixedHolding } from "@/lib/checks/mixed-holdings";
import { capitalised } from "@/lib/checks/policy-document";
import { policyName } from "@/lib/checks/policy-name";
import type { Party, StreamAccess } from "@/lib/model/stream-access";
import type { Cause, Severity } from "@/lib/model/verdict";

interface Draft {
  readonly kind: "policy" | "principal";
  readonly id: string;
  readonly parties: Map<string, Party>;
  readonly policyIds: Set<string>;
  readonly statements: Set<number>;
  readonly conditions: Set<string>;
  /** Somebody can do it somewhere whatever those come to. */
  isSureSomewhere: boolean;
}

/** What a cause says: its severity, and what its holders can do, e.g. `both write and read records`. */
interface Says {
  readonly severity: Severity;
  readonly does: string;
}

/**
 * What has to change so that parties do not hold two duties: the document that gives both, where one alone does, else
 * the party with its documents. Collected over all streams before it is put in words, so that one cause says one thing.
 */
export class MixingCauses {
  readonly #facts: AccessFacts;
  readonly #says: Says;
  readonly #drafts = new Map<string, Draft>();
  readonly #causes = new Map<string, Cause>();

  constructor(access: StreamAccess, says: Says) {
    this.#facts = factsOfAccess(access);
    this.#says = says;
  }

  /** Takes in what a party holds on a stream; gives the ids of the causes. */
  add(mixed: MixedHolding): string[] {
    const documents = soleDocuments(mixed, this.#facts);
    if (documents.length > 0) return documents.map((policyId) => this.#addTo(policyId, "policy", mixed));
    return [this.#addTo(mixed.party.arn, "principal", mixed)];
  }

  /** The causes by their ids, once everything is taken in. */
  named(ids: readonly string[]): Cause[] {
    return [...new Set(ids)].flatMap((id) => {
      const draft = this.#drafts.get(id);
      if (!draft) return [];
      const cause = this.#causes.get(id) ?? toCause(draft, this.#says);
      this.#causes.set(id, cause);
      return [cause];
    });
  }

  #addTo(id: string, kind: Draft["kind"], { party, proven }: MixedHolding): string {
    const lists = {
      policyIds: new Set<string>(),
      statements: new Set<number>(),
      conditions: new Set<string>(),
    };
    const draft: Draft = this.#drafts.get(id) ?? {
      kind,
      id,
      parties: new Map<string, Party>(),
      ...lists,
      isSureSomewhere: false,
    };
    this.#drafts.set(id, draft);
    draft.parties.set(party.arn, party);
    draft.isSureSomewhere ||= proven.some((pair) => pair.every(({ conditions }) => conditions.length === 0));
    for (const cell of proven.flat()) {
      for (const condition of cell.conditions) draft.conditions.add(condition);
      for (const { policy, index } of cell.via) {
        draft.policyIds.add(policy);
        if (policy === id && index !== undefined) draft.statements.add(index);
      }
    }
    return id;
  }
}

function toCause({ kind, id, parties, policyIds, statements, ...draft }: Draft, says: Says): Cause {
  const names = enumerate([...parties.values()].map(partyName).toSorted());
  const policies = enumerate([...policyIds].map(policyName).toSorted());
  const depending = dependingOn(draft.conditions);
  const when = draft.isSureSomewhere ? depending.replace(", ", ", on some streams ") : depending;
  const label =
    kind === "policy"
      ? `${capitalised(policyName(id))} alone lets ${names} ${says.does}${when}.`
      : `${capitalised(names)} can ${says.does}, by ${policies}${when}.`;
  return {
    kind,
    id,
    label,
    severity: says.severity,
    ...(kind === "policy" && {
      document: { policyId: id, statements: [...statements].toSorted((one, other) => one - other) },
    }),
    principals: [...parties.values()].map(principalOf).toSorted(),
  };
}
