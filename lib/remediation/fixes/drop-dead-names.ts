import { matchesArn } from "@/lib/iam/match-arn";
import { withoutVariables } from "@/lib/kinesis/stream-pattern";
import { findServiceAction } from "@/lib/kinesis/service-actions";
import { parseArn } from "@/lib/model/arn";
import type { Snapshot } from "@/lib/model/snapshot";
import { textsOf, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { editStreamPolicy } from "@/lib/remediation/fixes/edit-stream-policy";
import { actionsBehind } from "@/lib/remediation/fixes/kinesis-patterns";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";

/** KDS-LP-06: what matches nothing allows nothing, so that nobody misses it. */
export function dropDeadNames(input: FixInput): Fix | undefined {
  const live = liveArns(input.snapshot);
  const change = {
    words:
      "Take out what matches nothing; nobody's access changes by it. Where the finding offers a name that exists, and it is the one that was meant, put that in its place instead.",
    isOfAll: true,
    edit: (statement: RawStatement) => withoutDead(statement, live),
  };
  return policyFix(input, change) ?? editStreamPolicy(input, change);
}

function withoutDead(statement: RawStatement, live: readonly string[]): readonly RawStatement[] | undefined {
  const resources = textsOf(statement.Resource);
  const kept = resources.filter((pattern) => !isDead(pattern, live));
  if (resources.length > 0 && kept.length === 0) return [];
  const actions = textsOf(statement.Action);
  const placed = actions.filter((action) => {
    const isSpelt = action.toLowerCase().startsWith("kinesis:") && findServiceAction(action) !== undefined;
    return !isSpelt || resources.length === 0 || actionsBehind(action, kept).length > 0;
  });
  if (actions.length > 0 && placed.length === 0) return [];
  return [
    {
      ...statement,
      ...(actions.length > 0 && { Action: placed }),
      ...(resources.length > 0 && { Resource: kept }),
    },
  ];
}

function isDead(pattern: string, live: readonly string[]): boolean {
  if (parseArn(pattern)?.service !== "kinesis") return false;
  const bare = withoutVariables(pattern);
  return !live.some((arn) => matchesArn(bare, arn));
}

function liveArns({ accounts }: Snapshot): string[] {
  return accounts.flatMap(({ regions }) =>
    regions.flatMap(({ streams, channels }) => {
      const live = streams.known ? streams.value : [];
      const consumers = live.flatMap((stream) => (stream.consumers.known ? stream.consumers.value : []));
      return [...live, ...consumers, ...(channels.known ? channels.value : [])].map(({ arn }) => arn);
    }),
  );
}
