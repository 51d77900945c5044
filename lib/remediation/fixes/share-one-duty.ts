import { textsOf, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { actionsOf, withoutActions } from "@/lib/remediation/fixes/duty-refusals";
import { editStreamPolicy } from "@/lib/remediation/fixes/edit-stream-policy";
import { actionsBehind } from "@/lib/remediation/fixes/kinesis-patterns";

/** KDS-SHR-02, where a principal is named: one duty, which mostly is reading. Whom a whole account means, nobody can tell. */
export function shareOneDuty(input: FixInput): Fix | undefined {
  const [principal = ""] = input.finding.cause.principals ?? [];
  if (principal.endsWith(":root") || /^\d+$/.test(principal)) return undefined;
  return editStreamPolicy(input, {
    words: "Leave the principal the reading, and take out the actions of other duties.",
    announces: [{ words: "What it writes or administers from its account is refused from then on." }],
    edit: readingAlone,
  });
}

function readingAlone(statement: RawStatement): readonly RawStatement[] | undefined {
  const resources = textsOf(statement.Resource);
  const taken = actionsOf(["administer", "share", "reshard", "produce"]);
  const kept = withoutActions(textsOf(statement.Action), taken, (pattern) =>
    actionsBehind(pattern, resources),
  );
  if (!kept || statement.Action === undefined) return undefined;
  return kept.length === 0 ? [] : [{ ...statement, Action: [...kept] }];
}
