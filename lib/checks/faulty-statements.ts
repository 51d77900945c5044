import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import type { AccessInput } from "@/lib/checks/duties-kept-apart";
import { eachStream } from "@/lib/checks/each-stream";
import { counted } from "@/lib/checks/enumerate";
import { conclude } from "@/lib/checks/judgement";
import { isAwsManaged } from "@/lib/checks/policy-name";
import {
  partiesOf,
  reachOf,
  statementCause,
  statementGrants,
  statementName,
} from "@/lib/checks/statement-grants";
import type { StatementGrants } from "@/lib/checks/statement-grants";
import { statementsOn } from "@/lib/checks/statements-on";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";
import type { Duty } from "@/lib/model/duty";
import { readsOf } from "@/lib/model/observed";
import type { RegionParts } from "@/lib/model/snapshot";
import type { DutyGrant, GrantStatement } from "@/lib/model/stream-access";
import type { Cause, Judgement, Severity } from "@/lib/model/verdict";

/** What is wrong with a statement by what it says, wherever it reaches. */
export interface StatementFault {
  readonly duties: readonly Duty[];
  readonly severity: Severity;
  /** In words after the statement's name, e.g. `allows kinesis:*, which covers …`; undefined: nothing. */
  readonly faultOf: (statement: GrantStatement) => string | undefined;
  /** What is so of every statement where none is at fault. */
  readonly passes: string;
}

type Input = AccessInput & Pick<RegionParts, "streams">;

/**
 * Judges each stream by the statements that reach it. AWS's own documents nobody can rewrite: who holds too wide a one
 * is named by KDS-LP-02 and KDS-LP-03.
 */
export function judgeStatements(input: Input, fault: StatementFault): Iterable<Judgement> {
  const { access, iam, region } = input;
  const { statements, unread } = statementGrants(access, region, fault.duties);
  const own = statements.filter(({ policyId }) => !isAwsManaged(policyId));
  const causeIn = new Map(
    own.flatMap((each) => {
      const words = fault.faultOf(each.statement);
      return words === undefined ? [] : [[each, causeOf(each, words, { fault, input })]];
    }),
  );
  const here = statementsOn(own, access);
  const isUnread = new Set(unread);
  return eachStream(input, (stream) => {
    const { arn, name } = stream;
    const reachesIt = ({ streams }: DutyGrant) => streams.has(arn);
    const statementsHere = here(arn);
    const faulty = statementsHere.filter((each) => causeIn.has(each));
    const causes = faulty.flatMap((each) => (each.reached.has(arn) ? (causeIn.get(each) ?? []) : []));
    const open = [
      ...faulty.flatMap((each) => each.open.filter(reachesIt)),
      ...access.grantsOn(arn).filter((grant) => isUnread.has(grant)),
    ];
    const aside = faulty.flatMap((each) => each.aside.filter(reachesIt));
    const missing = causes.length > 0 ? unreadOrganizationPolicies(input) : "";
    const reaching = statementsHere.filter(({ reached }) => reached.has(arn)).length;
    return conclude({
      subject: streamSubject(stream),
      causes,
      gaps: distinctGaps([
        ...access.gapsOn(arn),
        ...partiesOf(open).flatMap((party) => gapsOfUnread(party, iam)),
      ]),
      reads: readsOf(iam, stream.resourcePolicy, stream.consumers),
      passes:
        reaching === 0
          ? `None: no policy of your own gives a duty on ${name}.`
          : `None of ${counted(reaching, "statement")} of your own behind the duties on ${name} ${fault.passes}.`,
      note: `${leftAside(partiesOf(aside), access, region)} ${missing}`.trim(),
      heaviest: fault.severity,
    });
  });
}

interface Said {
  readonly fault: StatementFault;
  readonly input: Input;
}

function causeOf(each: StatementGrants, words: string, { fault, input }: Said): Cause {
  const reach = reachOf(each, input.access);
  const label = `${statementName(each)} ${words}; it ${reach}.`;
  return statementCause(each, { label, severity: fault.severity });
}
