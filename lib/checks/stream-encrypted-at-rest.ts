import { defineRegionCheck } from "@/lib/model/check";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { eachStream } from "@/lib/checks/each-stream";
import { framework } from "@/lib/checks/frameworks";
import { unknown } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";

export const streamEncryptedAtRest = defineRegionCheck({
  id: "KDS-REST-01",
  set: "course",
  scope: "stream",
  severity: "high",
  title: "Records are encrypted at rest with KMS",
  rationale:
    "Without server-side encryption, records lie in the stream's storage as the producer sent them, for as long as the retention period says. With it, whoever reads them needs the key as well as the stream.",
  looksAt: "The encryption type that Kinesis reports for the stream.",
  remediation:
    "Start server-side encryption on the stream, best with a customer managed key. Records written before stay unencrypted until they expire.",
  coursePoint: "Data at rest is encrypted on the server's side with KMS.",
  frameworks: {
    [framework.securityHub]: ["Kinesis.1"],
    [framework.nist]: ["SC-28", "SC-28(1)", "SC-13"],
    [framework.cisControls]: ["3.11"],
  },
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html",
  ],
  reads: ["streams"],
  evaluate: (input) => eachStream(input, judge),
});

function judge(stream: Stream): Judgement {
  const subject = streamSubject(stream);
  const { name, arn, encryption } = stream;
  if (!encryption.known) return unknown(subject, encryption.gap);

  const reads = [encryption.read];
  if (encryption.value.type === "kms") {
    const evidence = `${name} is encrypted with ${encryption.value.keyReference}.`;
    return { status: "pass", subject, evidence, reads };
  }
  const evidence = `${name} is not encrypted at rest.`;
  const cause = { kind: "stream", id: arn, label: evidence, severity: "high" } as const;
  return { status: "fail", subject, evidence, causes: [cause], reads };
}
