import { emptySet } from "@/lib/iam/access-index/resource-set";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { indexedActions } from "@/lib/kinesis/access/duty-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import type { DutyRow } from "@/lib/kinesis/access/duty-rows";
import type { AccessOfAction } from "@/lib/kinesis/access/shared-by-channel";
import { streamSetOf } from "@/lib/kinesis/access/stream-set";
import { duties as allDuties } from "@/lib/model/duty";
import type { DocumentDuty, Party } from "@/lib/model/stream-access";

interface DocumentWorld {
  readonly duties: DutyIndex;
  readonly algebra: SetAlgebra;
  readonly join: (accessOf: AccessOfAction, isForeign: boolean) => DutyRow;
}

/** What each identity policy of a party gives by itself, within what the party is allowed in the end. */
export function* documentDuties(
  { duties, algebra, join }: DocumentWorld,
  party: Party,
): Generator<DocumentDuty> {
  if (party.isForeign) return;
  for (const [policyId, { isRead, reaches }] of reachesByDocument(duties, party)) {
    const row = join((action) => algebra.unite(reaches.get(action) ?? [nothing]), false);
    for (const duty of allDuties) {
      const { may } = row[duty];
      if (may !== emptySet) yield { policyId, isRead, party, duty, streams: streamSetOf(duties, may) };
    }
  }
}

interface Document {
  isRead: boolean;
  /** What its statements reach, by action. */
  readonly reaches: Map<string, SetPair[]>;
}

function reachesByDocument({ grantsOf }: DutyIndex, { arn }: Party): Map<string, Document> {
  const documents = new Map<string, Document>();
  for (const { name } of indexedActions)
    for (const { policy, index, reach } of grantsOf(arn, name)) {
      const document = documents.get(policy) ?? { isRead: true, reaches: new Map<string, SetPair[]>() };
      document.isRead &&= index !== undefined;
      document.reaches.set(name, [...(document.reaches.get(name) ?? []), reach]);
      documents.set(policy, document);
    }
  return documents;
}
