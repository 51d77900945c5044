import { defineRegionCheck } from "@/lib/model/check";
import { judgeKeptApart } from "@/lib/checks/duties-kept-apart";
import { overStreams } from "@/lib/checks/over-streams";
import { separationOfDuties } from "@/lib/checks/sod-frameworks";

const apart = {
  one: ["produce"],
  other: ["consume"],
  does: "both write and read its records",
  severity: "high",
} as const;

export const writersCannotRead = defineRegionCheck({
  id: "KDS-SOD-01",
  set: "course",
  scope: "stream",
  severity: "high",
  title: "Who writes records cannot read them",
  rationale:
    "A producer that also reads can see what every other producer wrote, and one that is taken over gives away the whole stream and not only its own part of it. Apart, each side holds no more than its half of the way.",
  looksAt:
    "Every principal that is effectively allowed to write records of the stream or to read them, its key included.",
  remediation:
    "Give writing and reading to two roles, each with a policy of its own. A processor that reads a stream and writes back to it by design is accepted with an owner and an expiry.",
  coursePoint: "Producers and consumers are separate roles, each with a policy of its own.",
  frameworks: separationOfDuties,
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html",
  ],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: (input) => overStreams(input, (streams) => judgeKeptApart(input, apart, streams)),
});
