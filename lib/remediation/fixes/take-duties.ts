import type { Duty } from "@/lib/model/duty";
import type { Snapshot } from "@/lib/model/snapshot";
import { findDocument } from "@/lib/remediation/documents";
import { textsOf, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";
import {
  actionsOf,
  consumersNamed,
  dutyRefusals,
  withoutActions,
} from "@/lib/remediation/fixes/duty-refusals";
import { editManaged } from "@/lib/remediation/fixes/edit-managed";
import { editStreamPolicy } from "@/lib/remediation/fixes/edit-stream-policy";
import { actionsBehind } from "@/lib/remediation/fixes/kinesis-patterns";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";
import { refuseActions } from "@/lib/remediation/fixes/refuse-actions";

interface Taking {
  readonly duties: readonly Duty[];
  /** Begins the name of a policy that has to be made: `no-reading`. */
  readonly about: string;
  /** What is taken away, e.g. `reading`. */
  readonly doing: string;
  readonly announces: readonly Announcement[];
}

/**
 * Duties taken away: out of the policy that gives them, where it lists its actions; else out of a copy of it, where it
 * is AWS's; and else by a Deny, which is all that helps where a statement allows everything.
 */
export function takeDuties(input: FixInput, taking: Taking): Fix | undefined {
  const { document, kind } = input.finding.cause;
  if (kind !== "policy" || !document) return refuse(input, taking);
  const change = {
    words: `Take ${taking.doing} out of the policy, and give it to a principal of its own by one of the four policies.`,
    announces: taking.announces,
    edit: (statement: RawStatement) => without(statement, taking.duties),
  };
  const isOwn = findDocument(input.snapshot, document.policyId) !== undefined;
  return (
    (isOwn ? policyFix(input, change) : (editManaged(input, change) ?? editStreamPolicy(input, change))) ??
    refuse(input, taking)
  );
}

function without(statement: RawStatement, duties: readonly Duty[]): readonly RawStatement[] | undefined {
  if (statement.Effect !== "Allow" || statement.Action === undefined) return undefined;
  const resources = textsOf(statement.Resource);
  const spell = (pattern: string) =>
    /^kinesis:/i.test(pattern) ? actionsBehind(pattern, resources) : undefined;
  const patterns = textsOf(statement.Action);
  const kept = withoutActions(patterns, actionsOf(duties), spell);
  if (!kept) return undefined;
  return kept.length === 0 ? [] : [{ ...statement, Action: [...kept] }];
}

function refuse(input: FixInput, { duties, about, doing, announces }: Taking): Fix | undefined {
  const { finding, snapshot } = input;
  const keyArns = finding.subjects.flatMap(({ scope, id }) => (scope === "key" ? id : []));
  return refuseActions(input, {
    words: `Refuse ${doing} to whoever holds both, by a Deny that no other policy overrides, and give it to a principal of its own by one of the four policies.`,
    announces: [...announces, consumersNamed],
    about,
    refusals: () => dutyRefusals(duties, { streamArns: liveOf(finding.streamArns, snapshot), keyArns }),
  });
}

/** None: on every stream, where those of the finding are all that there are. */
function liveOf(arns: readonly string[], { accounts }: Snapshot): readonly string[] {
  const live = accounts.flatMap(({ regions }) =>
    regions.flatMap(({ streams }) => (streams.known ? streams.value : [])),
  );
  return live.every(({ arn }) => arns.includes(arn)) ? [] : arns;
}
