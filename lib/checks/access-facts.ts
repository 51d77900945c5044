import { groupBy } from "@/lib/model/group-by";
import type { Duty } from "@/lib/model/duty";
import type { Stream } from "@/lib/model/stream";
import type { DocumentDuty, DutyGrant, GrantStatement, Party, StreamAccess } from "@/lib/model/stream-access";

/** An account's grants by what findings ask of them. */
export interface AccessFacts {
  readonly statementOf: (policyId: string, index: number | undefined) => GrantStatement | undefined;
  /** The grants that a document gives a party for a duty. */
  readonly grantsOf: (party: Party, policyId: string, duty: Duty) => readonly DutyGrant[];
  readonly documentsOf: (party: Party) => readonly DocumentDuty[];
  /** The streams of all Regions that could be listed, by their ARNs. */
  readonly streams: ReadonlyMap<string, Stream>;
}

const known = new WeakMap<StreamAccess, AccessFacts>();

/** Sorted once for all checks of an account. */
export function factsOfAccess(access: StreamAccess): AccessFacts {
  const facts = known.get(access) ?? sortFacts(access);
  known.set(access, facts);
  return facts;
}

function sortFacts({ grants, documentDuties, regions }: StreamAccess): AccessFacts {
  const statements = new Map<string, GrantStatement>();
  for (const { policyId, index, statement } of grants())
    if (statement) statements.set(`${policyId} ${index}`, statement);
  const byDocument = groupBy(grants(), ({ party, policyId, duty }) => `${party.arn} ${policyId} ${duty}`);
  const byParty = groupBy(documentDuties(), ({ party }) => party.arn);
  const listed = regions.flatMap(({ streams }) => (streams.known ? streams.value : []));
  return {
    streams: new Map(listed.map((stream) => [stream.arn, stream])),
    statementOf: (policyId, index) => statements.get(`${policyId} ${index}`),
    grantsOf: ({ arn }, policyId, duty) => byDocument.get(`${arn} ${policyId} ${duty}`) ?? [],
    documentsOf: ({ arn }) => byParty.get(arn) ?? [],
  };
}
