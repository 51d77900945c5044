import { textsOf } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { actionsBehind, isOfEveryService } from "@/lib/remediation/fixes/kinesis-patterns";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";

/** KDS-LP-04: the actions that a wildcard covers now, one by one, and none that AWS adds later. */
export function spellActions(input: FixInput): Fix | undefined {
  return policyFix(input, {
    words:
      "Write out the actions that the wildcard stands for, and take out those of the other duties: what is left belongs into a policy of each duty.",
    announces: [
      {
        words:
          "Actions that count on none of the statement's resources are left out: those of consumers on a stream's ARN, and on any ARN those that AWS lists without a type of resource, such as UpdateShardCount.",
      },
    ],
    edit: (statement) => {
      const actions = textsOf(statement.Action);
      if (actions.some(isOfEveryService)) return undefined;
      const resources = textsOf(statement.Resource);
      const spelt = actions.flatMap((pattern) =>
        /^kinesis:.*[*?]/i.test(pattern) ? actionsBehind(pattern, resources) : [pattern],
      );
      return spelt.length === 0 ? undefined : [{ ...statement, Action: [...new Set(spelt)] }];
    },
  });
}
