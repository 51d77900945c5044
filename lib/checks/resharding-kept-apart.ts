import { defineRegionCheck } from "@/lib/model/check";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { judgeKeptApart } from "@/lib/checks/duties-kept-apart";
import { notApplicable, unknown } from "@/lib/checks/judgement";
import { overStreams } from "@/lib/checks/over-streams";
import { separationOfDuties } from "@/lib/checks/sod-frameworks";
import { streamSubject } from "@/lib/checks/subject";

const apart = {
  one: ["reshard"],
  other: ["produce", "consume"],
  does: "both reshard the stream and touch its records",
  severity: "medium",
} as const;

export const reshardingKeptApart = defineRegionCheck({
  id: "KDS-SOD-03",
  set: "course",
  scope: "stream",
  severity: "medium",
  title: "Resharding is kept apart from records",
  rationale:
    "Splitting and merging shards decides what a stream costs, how much it carries and in which order records come. Whoever writes or reads needs none of that, and can stop everybody else by it.",
  looksAt:
    "Every principal that is effectively allowed to split, merge or scale the shards of a provisioned stream, and whether it may write or read records too.",
  remediation:
    "Give resharding a role and a policy of its own, or let the stream scale itself in on-demand mode.",
  coursePoint: "Resharding is a separate role, with a policy of its own.",
  frameworks: separationOfDuties,
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-resharding.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html",
  ],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: (input) => overStreams(input, (streams) => judgeKeptApart(input, apart, streams), settle),
});

function settle(stream: Stream): Judgement | undefined {
  const { mode, name } = stream;
  const subject = streamSubject(stream);
  if (!mode.known) return unknown(subject, mode.gap);
  if (mode.value === "provisioned") return undefined;
  return notApplicable(subject, `${name} is on-demand: Kinesis itself scales its shards.`, [mode.read]);
}
