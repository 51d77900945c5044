import { defineRegionCheck } from "@/lib/model/check";
import type { DeclaredSettings } from "@/lib/model/check";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { eachStream } from "@/lib/checks/each-stream";
import { counted } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { notApplicable, unknown } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";

export const retentionLongEnough = defineRegionCheck({
  id: "KDS-OPS-02",
  set: "extended",
  scope: "stream",
  severity: "medium",
  title: "Retention meets the minimum",
  rationale:
    "Records that a reader missed are gone when retention ends, and so is what an investigation could have read again. A weekend is longer than the default of a day.",
  looksAt:
    "How long the stream keeps records, against the least that the settings ask for; or against the most, where they name one.",
  remediation: "Raise the retention period of the stream, or shorten it where the settings name a longest.",
  frameworks: { [framework.securityHub]: ["Kinesis.3"] },
  sources: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html",
    "https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html",
  ],
  settings: ["retentionHoursMin", "retentionHoursMax"],
  reads: ["streams"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input.settings)),
});

function judge(
  stream: Stream,
  settings: DeclaredSettings<"retentionHoursMin" | "retentionHoursMax">,
): Judgement {
  const { retentionHoursMin: least, retentionHoursMax: most } = settings;
  const subject = streamSubject(stream);
  const { name, arn, retentionHours } = stream;
  if (!retentionHours.known) return unknown(subject, retentionHours.gap);
  const { value: hours, read } = retentionHours;
  const keeps = `${name} keeps records for ${counted(hours, "hour")}`;
  const isFault = most === undefined ? hours < least : hours > most;
  const bound =
    most === undefined ? `at least ${counted(least, "hour")}` : `at most ${counted(most, "hour")}`;
  if (isFault) {
    const label = `${keeps}; the settings ask for ${bound}.`;
    const cause = { kind: "stream", id: arn, label, severity: "medium" } as const;
    return { status: "fail", subject, evidence: label, causes: [cause], reads: [read] };
  }
  return most === undefined
    ? { status: "pass", subject, evidence: `${keeps}.`, reads: [read] }
    : notApplicable(subject, `${keeps}; the settings name a longest, and no least.`, [read]);
}
