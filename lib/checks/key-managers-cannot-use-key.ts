import { defineRegionCheck } from "@/lib/model/check";
import type { KmsKey } from "@/lib/model/kms-key";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import { policyId } from "@/lib/model/policy-id";
import type { Subject } from "@/lib/model/verdict";
import { groupBy } from "@/lib/model/group-by";
import { judgeKeptApart } from "@/lib/checks/duties-kept-apart";
import { eachKey } from "@/lib/checks/each-key";
import { unevaluated } from "@/lib/checks/policy-document";
import { policyName } from "@/lib/checks/policy-name";
import { separationOfDuties } from "@/lib/checks/sod-frameworks";
import { keyNameOf } from "@/lib/kinesis/key-of-stream";
import type { UsableKey } from "@/lib/kinesis/key-of-stream";
import { keySubjectOf } from "@/lib/kinesis/key-subject";

const apart = {
  one: ["manage-key"],
  other: ["produce", "consume"],
  does: "both manage the key and touch the records that it encrypts",
  severity: "high",
} as const;

export const keyManagersCannotUseKey = defineRegionCheck({
  id: "KDS-SOD-06",
  set: "extended",
  scope: "key",
  severity: "high",
  title: "Who manages the key cannot use it on the records",
  rationale:
    "Whoever manages a key decides who else may use it, and can disable or delete it with everything that it encrypts. Without access to the records, that principal gains nothing by it, and somebody else notices.",
  looksAt:
    "Every principal that is effectively allowed to change the key's policy, to create grants on it, to disable or to delete it, and whether it may write or read records of a stream that the key encrypts.",
  remediation:
    "Let one role manage the key, and others write and read. Take the managing actions out of the policies of workloads, and the records out of those of key administrators.",
  frameworks: separationOfDuties,
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
    "https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html",
  ],
  reads: ["streams", "aliases", "keys", "access", "iam", "organization", "organizationPolicies"],
  evaluate(input) {
    const { streams } = input;
    const byKey = groupBy(
      streams.known ? streams.value : [],
      (stream) => keySubjectOf(stream, input)?.id ?? "",
    );
    const toSubject = (key: UsableKey, subject: Subject) => ({
      subject,
      name: keyNameOf(key),
      streams: key.kind === "listed" ? (byKey.get(subject.id) ?? []) : [],
      gaps: key.kind === "listed" ? policyGaps(key.key) : [],
      reads: [...key.reads, ...(key.kind === "listed" ? readsOf(key.key.policy) : [])],
    });
    return judgeKeptApart(input, apart, [...eachKey(input, toSubject)]);
  },
});

/** A key's policy is the first to say who manages it; one that is not known may name anybody. */
function policyGaps({ arn, policy, metadata }: KmsKey): Gap[] {
  const isOfAws = metadata.known && metadata.value?.manager.known && metadata.value.manager.value === "aws";
  if (isOfAws || !policy.known) return isOfAws ? [] : gapsOf(policy);
  const name = policyName(policyId.resource(arn));
  const gap = unevaluated(policy.value, "resource", { name, action: "kms:GetKeyPolicy", resource: arn });
  return gap ? [gap] : [];
}
