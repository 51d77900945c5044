import { defineRegionCheck } from "@/lib/model/check";
import { duties } from "@/lib/model/duty";
import type { GrantStatement } from "@/lib/model/stream-access";
import { enumerate } from "@/lib/checks/enumerate";
import { judgeStatements } from "@/lib/checks/faulty-statements";
import { leastPrivilege } from "@/lib/checks/lp-frameworks";

export const noAllowByException = defineRegionCheck({
  id: "KDS-LP-05",
  set: "extended",
  scope: "stream",
  severity: "medium",
  title: "No Allow reaches the stream by NotAction or NotResource",
  rationale:
    "An Allow that names what it leaves out gives everything else, including what AWS and your teams add tomorrow. What it gives on a stream nobody can read off it.",
  looksAt:
    "Every Allow statement behind a duty on the stream or its key; documents that AWS manages are named by KDS-LP-02 and KDS-LP-03.",
  remediation:
    "Name the actions and resources that are meant. Where something is to be kept out of reach, say so in a Deny statement.",
  frameworks: leastPrivilege,
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
  ],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: (input) =>
    judgeStatements(input, {
      duties,
      severity: "medium",
      faultOf,
      passes: "allows by NotAction or NotResource",
    }),
});

function faultOf({ notActions, notResources }: GrantStatement): string | undefined {
  const exceptions = [
    ...(notActions ? [`every action but ${enumerate(notActions)} by NotAction`] : []),
    ...(notResources ? [`every resource but ${enumerate(notResources)} by NotResource`] : []),
  ];
  return exceptions.length === 0 ? undefined : `allows ${exceptions.join(" and ")}`;
}
