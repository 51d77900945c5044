import { eachStream } from "@/lib/checks/each-stream";
import { streamSubject } from "@/lib/checks/subject";
import { defineRegionCheck } from "@/lib/model/check";

export const sensitiveFieldsEncrypted = defineRegionCheck({
  id: "KDS-REST-08",
  set: "course",
  scope: "stream",
  severity: "low",
  isManual: true,
  title: "Sensitive fields are encrypted by the client",
  rationale:
    "Encryption by KMS opens to whoever may read the stream and use its key. Fields that readers do not need stay closed to them only if the producer encrypts them before it writes.",
  looksAt:
    "Nothing in AWS tells: only the owner can say what the records hold, and how their producers write them.",
  remediation:
    "Encrypt sensitive fields in the producer, for example with the AWS Encryption SDK, or confirm that the records hold none.",
  coursePoint: "Sensitive data is encrypted by the client before it is written.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/introduction.html",
    "https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html",
  ],
  reads: ["streams"],
  evaluate: (input) =>
    eachStream(input, (stream) => ({
      status: "manual",
      subject: streamSubject(stream),
      evidence: `No call to AWS tells what the records of ${stream.name} hold.`,
      boundTo: [],
    })),
});
