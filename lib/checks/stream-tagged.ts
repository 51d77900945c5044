import { defineRegionCheck } from "@/lib/model/check";
import type { DeclaredSettings } from "@/lib/model/check";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { eachStream } from "@/lib/checks/each-stream";
import { framework } from "@/lib/checks/frameworks";
import { unknown } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";

export const streamTagged = defineRegionCheck({
  id: "KDS-OPS-03",
  set: "extended",
  scope: "stream",
  severity: "low",
  title: "The stream carries the tags that the owner requires",
  rationale:
    "Tags say whose stream it is and whether it holds production records; incident response and access by tag both rest on them. A stream without them belongs to nobody.",
  looksAt: "The stream's tags that do not begin with aws:, against the tag keys that the settings require.",
  remediation: "Add the missing tags to the stream, and to the template that creates it.",
  frameworks: { [framework.securityHub]: ["Kinesis.2"] },
  sources: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html",
    "https://docs.aws.amazon.com/streams/latest/dev/tagging.html",
  ],
  settings: ["requiredTagKeys"],
  reads: ["streams"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input.settings)),
});

function judge(stream: Stream, { requiredTagKeys }: DeclaredSettings<"requiredTagKeys">): Judgement {
  const subject = streamSubject(stream);
  const { name, arn, tags } = stream;
  if (!tags.known) return unknown(subject, tags.gap);

  const reads = [tags.read];
  const own = Object.keys(tags.value).filter((key) => !key.startsWith("aws:"));
  const missing = requiredTagKeys.filter((key) => !own.includes(key));
  if (missing.length === 0 && own.length > 0)
    return { status: "pass", subject, evidence: `${name} carries the tags ${own.join(", ")}.`, reads };

  const label =
    missing.length > 0
      ? `${name} lacks the tags ${missing.join(", ")}.`
      : `${name} carries no tag of its own.`;
  const cause = { kind: "stream", id: arn, label, severity: "low" } as const;
  return { status: "fail", subject, evidence: label, causes: [cause], reads };
}
