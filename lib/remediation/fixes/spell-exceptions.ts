import { matchesAction } from "@/lib/iam/match-action";
import { kinesisActions } from "@/lib/kinesis/service-actions";
import { textsOf, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { actionsBehind, isOfEveryService } from "@/lib/remediation/fixes/kinesis-patterns";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";

/** KDS-LP-05: what the exception leaves of Kinesis, by name; other services as they were. */
export function spellExceptions(input: FixInput): Fix | undefined {
  return policyFix(input, {
    words:
      "Take Kinesis out of the exception, and name what it left of Kinesis: its actions, or its streams. Take out of the list what the holders do not need.",
    announces: [
      { words: "Actions that AWS adds to Kinesis, and streams that are made later, are not reached." },
      {
        checkId: "KDS-LP-03",
        words: "A name of streams that was wide under the exception is as wide beside the actions.",
      },
      { checkId: "KDS-REST-06", words: "A stream whose key does not let the holders is named, too." },
    ],
    edit: (statement) => spelt(statement, input.finding.streamArns),
  });
}

function spelt(statement: RawStatement, streamArns: readonly string[]): readonly RawStatement[] | undefined {
  const { Sid: _sid, ...unnamed } = statement;
  const notActions = listOf(statement["NotAction"]);
  if (notActions && statement.Resource !== undefined) return spellActions(statement, unnamed, notActions);
  if (!statement["NotResource"] || statement.Action === undefined) return undefined;
  const actions = textsOf(statement.Action);
  if (actions.some(isOfEveryService)) return undefined;
  const ofKinesis = (pattern: string) => /^kinesis:/i.test(pattern);
  const others = actions.filter((pattern) => !ofKinesis(pattern));
  const { NotResource: _not, ...without } = statement;
  const resources = streamArns.flatMap((arn) => [arn, `${arn}/consumer/*`]);
  const named = actions.filter(ofKinesis).flatMap((pattern) => actionsBehind(pattern, streamArns));
  return [
    ...(named.length > 0 ? [{ ...without, Action: [...new Set(named)], Resource: resources }] : []),
    ...(others.length > 0 ? [{ ...unnamed, Action: others }] : []),
  ];
}

function spellActions(
  statement: RawStatement,
  unnamed: RawStatement,
  notActions: readonly string[],
): readonly RawStatement[] {
  const left = kinesisActions.map(({ name }) => name).filter((name) => !isLeftOut(name, notActions));
  const resources = textsOf(statement.Resource);
  const counting = left.filter((name) => actionsBehind(name, resources).length > 0);
  const { NotAction: _not, ...rest } = unnamed;
  return [
    { ...statement, NotAction: [...notActions, "kinesis:*"] },
    ...(counting.length > 0 ? [{ ...rest, Action: counting }] : []),
  ];
}

function isLeftOut(name: string, notActions: readonly string[]): boolean {
  return notActions.some((pattern) => matchesAction(pattern, name));
}

function listOf(element: unknown): readonly string[] | undefined {
  if (typeof element === "string") return [element];
  return Array.isArray(element) && element.every((each) => typeof each === "string") ? element : undefined;
}
