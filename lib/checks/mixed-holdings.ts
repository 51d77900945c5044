import type { AccessFacts } from "@/lib/checks/access-facts";
import { excludeEachOther } from "@/lib/checks/exclusive-conditions";
import { isProven } from "@/lib/checks/held-by-party";
import type { PartyDuties } from "@/lib/checks/held-by-party";
import type { Duty } from "@/lib/model/duty";
import type { GrantStatement, HeldDuty, Party } from "@/lib/model/stream-access";

/** Two groups of duties that are to be kept apart: any of the one with any of the other. */
export interface Mix {
  readonly one: readonly Duty[];
  readonly other: readonly Duty[];
}

type Pair = readonly [HeldDuty, HeldDuty];

/** The duties of both groups that a party holds on a stream. */
export interface MixedHolding {
  readonly party: Party;
  readonly proven: readonly Pair[];
  /** Those that what could not be read decides. */
  readonly open: readonly Pair[];
}

export function mixedHolding(
  { party, held }: PartyDuties,
  { one, other }: Mix,
  facts: AccessFacts,
): MixedHolding | undefined {
  const ones = held.filter(({ duty }) => one.includes(duty));
  if (ones.length === 0) return undefined;
  const others = held.filter(({ duty }) => other.includes(duty));
  const pairs = ones
    .flatMap((first) => others.map((second): Pair => [first, second]))
    .filter(([first, second]) => !excludeEachOther(statementsOf(first, facts), statementsOf(second, facts)));
  const proven = pairs.filter((pair) => pair.every(isProven));
  const open = pairs.filter((pair) => !pair.every(isProven));
  return pairs.length === 0 ? undefined : { party, proven, open };
}

/** The statements behind a cell; none where it is allowed for sure, or one of them could not be read. */
function statementsOf({ access, via }: HeldDuty, { statementOf }: AccessFacts): readonly GrantStatement[] {
  if (access === "allowed") return [];
  const statements = via.map(({ policy, index }) => statementOf(policy, index));
  return statements.every((each) => each !== undefined) ? statements : [];
}

/** The documents of which each gives a party both duties of a pair by itself. */
export function soleDocuments({ party, proven }: MixedHolding, facts: AccessFacts): string[] {
  return [...new Set(proven.flatMap((pair) => documentsBehind(party, pair, facts)))];
}

function documentsBehind(party: Party, [first, second]: Pair, facts: AccessFacts): string[] {
  const giving = (cell: HeldDuty) => documentsGiving(party, cell, facts);
  const both = giving(first).filter((policyId) => giving(second).includes(policyId));
  return both.filter((policyId) => {
    const written = (cell: HeldDuty) =>
      facts
        .grantsOf(party, policyId, cell.duty)
        .flatMap(({ streams, statement }) => (statement && streams.has(cell.streamArn) ? [statement] : []));
    return !excludeEachOther(written(first), written(second));
  });
}

function documentsGiving(
  party: Party,
  { duty, streamArn, via }: HeldDuty,
  { documentsOf }: AccessFacts,
): string[] {
  const alone = documentsOf(party)
    .filter((each) => each.duty === duty && each.streams.has(streamArn))
    .map(({ policyId }) => policyId);
  const behind = [...new Set(via.map(({ policy }) => policy))];
  return behind.length === 1 ? [...new Set([...alone, ...behind])] : alone;
}
