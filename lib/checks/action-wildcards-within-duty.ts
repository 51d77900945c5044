import { matchesAction } from "@/lib/iam/match-action";
import { dutyOfAction } from "@/lib/kinesis/duty-of-action";
import { kinesisActions } from "@/lib/kinesis/service-actions";
import { defineRegionCheck } from "@/lib/model/check";
import type { GrantStatement } from "@/lib/model/stream-access";
import { courseRoleOf, doings } from "@/lib/checks/duty-words";
import type { CourseRole } from "@/lib/checks/duty-words";
import { enumerate, inWords } from "@/lib/checks/enumerate";
import { judgeStatements } from "@/lib/checks/faulty-statements";
import { framework } from "@/lib/checks/frameworks";
import { leastPrivilege } from "@/lib/checks/lp-frameworks";

export const actionWildcardsWithinDuty = defineRegionCheck({
  id: "KDS-LP-04",
  set: "course",
  scope: "stream",
  severity: "medium",
  title: "Action wildcards stay within one duty",
  rationale:
    "A pattern such as kinesis:*Record* gives more than its author had in mind, and more again with every action that AWS adds. Within one duty that is the same right; across duties it is another role.",
  looksAt:
    "The action patterns with a wildcard in every statement that gives a duty on the stream, expanded over all actions of Kinesis Data Streams; documents that AWS manages are named by KDS-LP-02 and KDS-LP-03.",
  remediation:
    "Name the actions that the holders need, or narrow the pattern until it covers one duty, such as kinesis:PutRecord*.",
  coursePoint: "Asterisks are wildcards in actions, and a policy serves one role.",
  frameworks: {
    ...leastPrivilege,
    [framework.securityHub]: ["IAM.21"],
  },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
  ],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: (input) =>
    judgeStatements(input, {
      duties: ["administer", "share", "reshard", "produce", "consume"],
      severity: "medium",
      faultOf,
      passes: "has an action wildcard that spans two duties",
    }),
});

function faultOf({ actions = [] }: GrantStatement): string | undefined {
  const wide = actions.filter((pattern) => /[*?]/.test(pattern) && rolesWithin(pattern).size > 1);
  if (wide.length === 0) return undefined;
  const roles = inWords(doings(wide.flatMap((pattern) => [...rolesWithin(pattern)])));
  return `allows ${enumerate(wide)}, which covers ${roles}`;
}

/** The roles whose actions a pattern covers. */
function rolesWithin(pattern: string): ReadonlySet<CourseRole> {
  const covered = kinesisActions.filter(({ name }) => matchesAction(pattern, name));
  const roles = covered.flatMap(({ name }) => {
    const duty = dutyOfAction(name);
    return duty === undefined || duty === "inspect" ? [] : (courseRoleOf(duty) ?? []);
  });
  return new Set(roles);
}
