import { emptySet } from "@/lib/iam/access-index/resource-set";
import { nothing } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";
import { indexedActions } from "@/lib/kinesis/access/duty-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { joinDuties } from "@/lib/kinesis/access/duty-rows";
import type { MapToStreams } from "@/lib/kinesis/access/map-to-streams";
import { streamSetOf } from "@/lib/kinesis/access/stream-set";
import { duties as allDuties } from "@/lib/model/duty";
import type { DocumentDuty, Party } from "@/lib/model/stream-access";

interface DocumentWorld {
  readonly duties: DutyIndex;
  readonly algebra: SetAlgebra;
  readonly mapped: MapToStreams;
}

/** What each identity policy of the parties gives by itself, within what its holder is allowed in the end. */
export function documentDuties(
  { duties, algebra, mapped }: DocumentWorld,
  parties: readonly Party[],
): DocumentDuty[] {
  const join = joinDuties(duties, algebra, mapped);
  const own = parties.filter(({ isForeign }) => !isForeign);
  return own.flatMap((party) =>
    [...reachesByDocument(duties, party)].flatMap(([policyId, { isRead, reaches }]): DocumentDuty[] => {
      const row = join((action) => algebra.unite(reaches.get(action) ?? [nothing]), false);
      const given = allDuties.filter((duty) => row[duty].may !== emptySet);
      return given.map((duty) => {
        const streams = streamSetOf(duties, row[duty].may);
        return { policyId, isRead, party, duty, streams };
      });
    }),
  );
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
