import { groupBy } from "@/lib/model/group-by";
import { dependingOn, enumerate, partyName, principalOf } from "@/lib/checks/enumerate";
import { policyName } from "@/lib/checks/policy-name";
import type { Duty } from "@/lib/model/duty";
import type { DutyGrant, GrantStatement, Party, StreamAccess } from "@/lib/model/stream-access";
import type { Cause } from "@/lib/model/verdict";

/** An Allow statement and whom it lets do what to which streams. */
export interface StatementGrants {
  readonly policyId: string;
  readonly index: number;
  readonly sid?: string;
  readonly statement: GrantStatement;
  /** Of everybody whom findings name. */
  readonly grants: readonly DutyGrant[];
  /** The streams that these reach, of all Regions. */
  readonly reached: ReadonlySet<string>;
  /** Of those whose other documents could not be read, and may deny it. */
  readonly open: readonly DutyGrant[];
  /** Of administrators, whom other checks name. */
  readonly aside: readonly DutyGrant[];
}

interface SortedGrants {
  readonly statements: readonly StatementGrants[];
  /** Of documents that could not be read, and may say anything. */
  readonly unread: readonly DutyGrant[];
}

/** The statements behind some duties on the streams of a Region, each once over all that hold it. */
export function statementGrants(access: StreamAccess, region: string, duties: readonly Duty[]): SortedGrants {
  const all = access.grants().filter(({ duty, party }) => duties.includes(duty) && !party.isServiceLinked);
  const isOrdinary = ({ party }: DutyGrant) => access.standingOf(party, region) === "ordinary";
  const total = streamTotal(access);
  const byStatement = groupBy(all, ({ policyId, index }) => `${policyId} ${index}`);
  const statements = [...byStatement.values()].flatMap((grants): StatementGrants[] => {
    const [first] = grants;
    if (first?.statement === undefined || first.index === undefined) return [];
    const ordinary = grants.filter(isOrdinary);
    const proven = ordinary.filter(({ party }) => party.unreadPolicyIds.length === 0);
    return [
      {
        policyId: first.policyId,
        index: first.index,
        ...(first.sid !== undefined && { sid: first.sid }),
        statement: first.statement,
        grants: proven,
        reached: streamsReached(proven, total),
        open: ordinary.filter(({ party }) => party.unreadPolicyIds.length > 0),
        aside: grants.filter((grant) => !isOrdinary(grant)),
      },
    ];
  });
  return { statements, unread: all.filter((grant) => grant.statement === undefined && isOrdinary(grant)) };
}

export function partiesOf(grants: readonly DutyGrant[]): Party[] {
  return [...new Map(grants.map(({ party }) => [party.arn, party])).values()];
}

/** A statement in a sentence, by its Sid where it has one. */
export function statementName({ policyId, index, sid }: Pick<StatementGrants, "policyId" | "index" | "sid">) {
  return `Statement ${sid ?? index + 1} of ${policyName(policyId)}`;
}

/** `reaches 12 of 14 streams, for role a and role b`: the live count is of all Regions that were scanned. */
export function reachOf({ grants, reached }: StatementGrants, access: StreamAccess): string {
  const names = enumerate(partiesOf(grants).map(partyName).toSorted());
  return `reaches ${reached.size} of ${streamTotal(access)} streams, for ${names}${dependingOn(conditionsOf(grants, access))}`;
}

function streamTotal({ regions }: StreamAccess): number {
  return regions.reduce((sum, { streams }) => sum + (streams.known ? streams.value.length : 0), 0);
}

/** The streams that any of the grants reaches; the many holders of a wide policy mostly reach the same. */
function streamsReached(grants: readonly DutyGrant[], total: number): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const { streams } of grants) {
    if (reached.size === total) break;
    for (const arn of streams) reached.add(arn);
  }
  return reached;
}

const grantsAskedAtMost = 20;
const streamsAskedAtMost = 5;

/**
 * On what the grants hang, asked of a few: those who hold one statement mostly hold it under the same conditions. What
 * is so of one stream only, such as its key, is said of that stream.
 */
function conditionsOf(grants: readonly DutyGrant[], access: StreamAccess): string[] {
  return grants.slice(0, grantsAskedAtMost).flatMap((grant) => {
    const [first = [], ...others] = firstOf(grant.streams, streamsAskedAtMost).map((arn) =>
      conditionsOn(grant, arn, access),
    );
    return first.filter((condition) => others.every((each) => each.includes(condition)));
  });
}

function conditionsOn({ party, duty }: DutyGrant, arn: string, access: StreamAccess): readonly string[] {
  const cell = access.holdersOf(arn).find((each) => each.party === party && each.duty === duty);
  return cell?.conditions ?? [];
}

function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length === count) break;
    first.push(item);
  }
  return first;
}

/** The cause that a statement is, the same for all that it reaches. */
export function statementCause(
  { policyId, index, grants }: StatementGrants,
  said: Pick<Cause, "label" | "severity">,
): Cause {
  return {
    kind: "statement",
    id: `${policyId}#${index}`,
    ...said,
    document: { policyId, statements: [index] },
    principals: partiesOf(grants).map(principalOf).toSorted(),
  };
}
