import { SetAlgebra, nothing } from "@/lib/iam/access-index/set-pair";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { dutyRows } from "@/lib/kinesis/access/duty-rows";
import { mapToStreams } from "@/lib/kinesis/access/map-to-streams";
import { streamSetOf } from "@/lib/kinesis/access/stream-set";
import { duties as allDuties } from "@/lib/model/duty";
import type { DutyUnder, Party } from "@/lib/model/stream-access";

/** What everybody holds by an index whose requests are told some context. */
export function dutiesUnder(duties: DutyIndex, parties: readonly Party[]): DutyUnder[] {
  const algebra = new SetAlgebra(duties.index.resources.length);
  const rowOf = dutyRows(duties, algebra, mapToStreams(duties, algebra));
  return parties.flatMap((party) => {
    const row = rowOf(party);
    const held = allDuties.filter((duty) => row[duty] !== nothing);
    return held.map((duty) => ({
      party,
      duty,
      sure: streamSetOf(duties, row[duty].must),
      possible: streamSetOf(duties, row[duty].may),
    }));
  });
}
