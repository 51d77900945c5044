import { defineRegionCheck } from "@/lib/model/check";
import { judgeKeptApart } from "@/lib/checks/duties-kept-apart";
import { overStreams } from "@/lib/checks/over-streams";
import { separationOfDuties } from "@/lib/checks/sod-frameworks";

const apart = {
  one: ["administer", "share"],
  other: ["produce", "consume"],
  does: "both administer the stream and touch its records",
  severity: "high",
} as const;

export const administratorsCannotTouchRecords = defineRegionCheck({
  id: "KDS-SOD-02",
  set: "course",
  scope: "stream",
  severity: "high",
  title: "Who administers the stream cannot touch its records",
  rationale:
    "An administrator that also reads or writes can turn off what protects the records, and then use them. Whoever only administers can be watched by the changes that it makes.",
  looksAt:
    "Every principal that is effectively allowed to change, delete or share the stream, and whether it may write or read records too.",
  remediation:
    "Take writing and reading out of the policies of administrators and deployment roles. Give records to the workload's own role, which people do not assume.",
  coursePoint: "Administrators are a separate role from producers and consumers.",
  frameworks: separationOfDuties,
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html",
  ],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: (input) => overStreams(input, (streams) => judgeKeptApart(input, apart, streams)),
});
