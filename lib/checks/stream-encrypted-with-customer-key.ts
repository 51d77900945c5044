import { defineRegionCheck } from "@/lib/model/check";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { eachStream } from "@/lib/checks/each-stream";
import { notApplicable, unknown } from "@/lib/checks/judgement";
import { keyNameOf, keyOfStream, managerOf } from "@/lib/kinesis/key-of-stream";
import { streamSubject } from "@/lib/checks/subject";

export const streamEncryptedWithCustomerKey = defineRegionCheck({
  id: "KDS-REST-02",
  set: "extended",
  scope: "stream",
  severity: "medium",
  title: "The key is customer managed",
  rationale:
    "The policy of the AWS managed key aws/kinesis cannot be edited: it neither narrows who decrypts the records nor shares them with another account. Guidance is not of one mind: cdk-nag advises the AWS managed key, four other rule sets a customer managed one.",
  looksAt: "Who manages the key behind the stream's key id or alias, as KMS describes it.",
  remediation:
    "Create a customer managed key, allow producers kms:GenerateDataKey and consumers kms:Decrypt on it, and start encryption again with it. Records written before keep their old key until they expire.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html",
    "https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html",
    "https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html",
  ],
  reads: ["streams", "aliases", "keys"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

function judge(stream: Stream, parts: Pick<RegionParts, "aliases" | "keys">): Judgement {
  const subject = streamSubject(stream);
  const key = keyOfStream(stream, parts);
  const { reads } = key;
  if (key.kind === "not-encrypted")
    return notApplicable(subject, "The stream is not encrypted (KDS-REST-01).", reads);
  if (key.kind === "unreadable") return unknown(subject, key.gap, reads);

  const manager = managerOf(key);
  const name = keyNameOf(key);
  if (manager === "customer") {
    const evidence = `${stream.name} is encrypted with ${name}, a customer managed key.`;
    return { status: "pass", subject, evidence, reads };
  }
  if (manager !== "aws") return unknown(subject, manager, reads);

  const evidence = `${stream.name} is encrypted with ${name}, an AWS managed key.`;
  const id = key.kind === "listed" ? key.key.arn : (key.arn ?? key.aliasName);
  const label = `${name} is an AWS managed key, whose policy cannot be narrowed.`;
  const cause = { kind: "key", id, label, severity: "medium" } as const;
  return { status: "fail", subject, evidence, causes: [cause], reads };
}
