import { matchesAction } from "@/lib/iam/match-action";
import { dutyOfAction } from "@/lib/kinesis/duty-of-action";
import { findServiceAction, kinesisActions } from "@/lib/kinesis/service-actions";
import { textsOf, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { editManaged } from "@/lib/remediation/fixes/edit-managed";
import { isOfEveryService } from "@/lib/remediation/fixes/kinesis-patterns";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";

/** KDS-LP-03: the streams that a wildcard reaches now, by their names, and none that is made later. */
export function nameStreams(input: FixInput): Fix | undefined {
  const { streamArns } = input.finding;
  const change = {
    words:
      "Name the streams that are written or read through this statement one by one. Take out of the list whichever the holders do not need.",
    announces: [
      {
        checkId: "KDS-REST-06",
        words: "A stream whose key does not let the holders is named, too: take it out of the list.",
      },
    ],
    edit: (statement: RawStatement) => named(statement, streamArns),
  };
  return policyFix(input, change) ?? editManaged(input, change);
}

function named(statement: RawStatement, streamArns: readonly string[]): readonly RawStatement[] | undefined {
  const actions = textsOf(statement.Action);
  if (actions.length === 0 || statement.Resource === undefined || actions.some(isOfEveryService))
    return undefined;
  const isOfRecords = (pattern: string) => recordActions.some((action) => matchesAction(pattern, action));
  const expanded = actions.filter(isOfRecords).flatMap(actionsBehind);
  const records = expanded.filter((action) => recordActions.includes(action));
  const others = [
    ...actions.filter((pattern) => !isOfRecords(pattern)),
    ...expanded.filter((action) => !recordActions.includes(action)),
  ];
  const ofConsumers = records.filter(isOnConsumers);
  const ofStreams = records.filter((action) => !ofConsumers.includes(action));
  const parts = [
    { Action: ofStreams, Resource: [...streamArns] },
    { Action: ofConsumers, Resource: streamArns.map((arn) => `${arn}/consumer/*`) },
    { Action: [...new Set(others)], Resource: statement.Resource },
  ].filter(({ Action }) => Action.length > 0);
  // A Sid is there once.
  const { Sid: _sid, ...unnamed } = statement;
  return parts.map((part, index) => Object.assign({}, index === 0 ? statement : unnamed, part));
}

const recordActions = kinesisActions
  .map(({ name }) => name)
  .filter((name) => dutyOfAction(name) === "produce" || dutyOfAction(name) === "consume");

function isOnConsumers(action: string): boolean {
  const types = findServiceAction(action)?.resourceTypes ?? [];
  return types.length > 0 && types.every((type) => type === "consumer");
}

function actionsBehind(pattern: string): string[] {
  return kinesisActions.map(({ name }) => name).filter((name) => matchesAction(pattern, name));
}
