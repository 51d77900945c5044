import { inWords, enumerate } from "@/lib/checks/enumerate";
import { wildcardsOf, wildcardsOfAll } from "@/lib/checks/grant-reach";
import type { GrantPlace } from "@/lib/checks/grant-reach";
import { reachOf, statementCause, statementName } from "@/lib/checks/statement-grants";
import type { StatementGrants } from "@/lib/checks/statement-grants";
import { hasWildcardInName } from "@/lib/kinesis/stream-pattern";
import type { Gap } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { DutyGrant, StreamAccess } from "@/lib/model/stream-access";
import type { Cause, Severity } from "@/lib/model/verdict";

/** What a statement with wildcards in its names is on one stream. */
export interface OnStream {
  readonly cause?: Cause;
  /** What the cause weighs for certain. */
  readonly lightest?: Severity;
  /** Why a wildcard is no finding. */
  readonly note?: string;
  readonly gaps: readonly Gap[];
  /** The grants of administrators that would be findings. */
  readonly aside: readonly DutyGrant[];
  /** Those that what could not be read decides. */
  readonly open: readonly DutyGrant[];
}

/** Where a statement reaches by wildcards in streams' names; undefined where its names hold none. */
export function wildcardReach(
  statement: StatementGrants,
  place: GrantPlace,
): ((stream: Stream) => OnStream) | undefined {
  const { resources = [], notResources } = statement.statement;
  if (!notResources && !resources.some(hasWildcardInName)) return undefined;
  const onStream = wildcardsOfAll(statement.grants, place);
  const [open = [], aside = []] = [statement.open, statement.aside].map((list) =>
    list.map((grant) => ({ grant, on: wildcardsOf(grant, place) })),
  );
  const causeOf = causesBySeverity(statement, place.access);
  const faulty = (list: typeof open, arn: string) =>
    list.filter(({ on }) => on(arn)?.kind === "fault").map(({ grant }) => grant);
  return ({ arn }) => {
    const found = onStream(arn);
    const beside = { open: faulty(open, arn), aside: faulty(aside, arn), gaps: [] };
    if (found?.kind === "kept") return { ...beside, note: found.note };
    if (found?.kind === "open") return { ...beside, gaps: [found.gap] };
    if (!found) return beside;
    const { isBlocked, gaps } = readersAtTheKey(statement.grants, arn, place.access);
    const lowered = isBlocked ? "medium" : found.severity;
    return {
      ...beside,
      gaps,
      cause: causeOf(lowered),
      lightest: gaps.length > 0 ? "medium" : lowered,
    };
  };
}

function causesBySeverity(statement: StatementGrants, access: StreamAccess): (severity: Severity) => Cause {
  const known = new Map<Severity, Cause>();
  let label: string | undefined;
  return (severity) => {
    label ??= `${statementName(statement)} ${saidBy(statement)}; it ${reachOf(statement, access)}.`;
    const cause = known.get(severity) ?? statementCause(statement, { label, severity });
    known.set(severity, cause);
    return cause;
  };
}

function saidBy({ grants, statement }: StatementGrants): string {
  const { resources = [], notResources } = statement;
  const duties = new Set(grants.map(({ duty }) => duty));
  const lets = [...(duties.has("produce") ? ["writing"] : []), ...(duties.has("consume") ? ["reading"] : [])];
  const names = notResources
    ? `everything but ${enumerate(notResources)}`
    : `the name ${enumerate(resources.filter(hasWildcardInName))}`;
  return `allows ${inWords(lets)} by ${names}`;
}

/** Whether nobody whom the statement lets read a stream gets past its key; a writer may always try. */
function readersAtTheKey(
  grants: readonly DutyGrant[],
  arn: string,
  access: StreamAccess,
): { readonly isBlocked: boolean; readonly gaps: readonly Gap[] } {
  const here = grants.filter(({ streams }) => streams.has(arn));
  if (here.some(({ duty }) => duty === "produce")) return { isBlocked: false, gaps: [] };
  const readers = new Set(here.map(({ party }) => party));
  const cells = access.holdersOf(arn).filter(({ party, duty }) => duty === "consume" && readers.has(party));
  const passing = cells.filter(({ isBlockedByKey }) => !isBlockedByKey);
  const isOpen = passing.some(({ openGap }) => openGap === undefined);
  return {
    isBlocked: passing.length === 0,
    gaps: isOpen ? [] : passing.flatMap(({ openGap }) => openGap ?? []),
  };
}
