import { defineRegionCheck } from "@/lib/model/check";
import type { KeyMetadata } from "@/lib/model/kms-key";
import type { Judgement, Subject } from "@/lib/model/verdict";
import { eachKey } from "@/lib/checks/each-key";
import { framework } from "@/lib/checks/frameworks";
import { notApplicable, unknown } from "@/lib/checks/judgement";
import { gapsOf, readsOf } from "@/lib/model/observed";
import { keyNameOf } from "@/lib/kinesis/key-of-stream";
import type { UsableKey } from "@/lib/kinesis/key-of-stream";

export const keyRotated = defineRegionCheck({
  id: "KDS-REST-04",
  set: "extended",
  scope: "key",
  severity: "medium",
  title: "The key is rotated",
  rationale:
    "Rotation gives the key new material every year and keeps the old for decryption, so that no one piece of material protects records for ever. It costs the applications nothing: key id, ARN and policies stay.",
  looksAt: "The key's manager, origin and spec, and whether automatic rotation is on.",
  remediation: "Enable automatic rotation on the customer managed key.",
  frameworks: {
    [framework.securityHub]: ["KMS.4"],
    [framework.nist]: ["SC-12(2)"],
    [framework.pci]: ["3.7.4"],
    [framework.cisAws]: ["3.6"],
  },
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
    "https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html",
  ],
  reads: ["streams", "aliases", "keys"],
  evaluate: (input) => eachKey(input, judge),
});

function judge(key: UsableKey, subject: Subject): Judgement {
  const name = keyNameOf(key);
  if (key.kind === "aws-managed") return passes(subject, `AWS rotates ${name} every year.`, key);

  const { metadata, rotation, arn } = key.key;
  const reads = [...key.reads, ...readsOf(metadata, rotation)];
  if (rotation.known && rotation.value?.enabled) return passes(subject, `${name} is rotated.`, { reads });
  if (rotation.known && !rotation.value)
    return notApplicable(subject, `KMS does not rotate keys of the kind of ${name}.`, reads);
  if (!metadata.known) return unknown(subject, metadata.gap, key.reads);
  if (!metadata.value) return notApplicable(subject, "There is no such key (KDS-REST-03).", reads);

  const reason = neverRotated(metadata.value);
  if (reason) return notApplicable(subject, `${name} ${reason}, so that KMS does not rotate it.`, reads);
  const { manager, origin, spec } = metadata.value;
  if (manager.known && manager.value === "aws")
    return passes(subject, `AWS rotates ${name} every year.`, { reads });

  // Each of these decides whether "off" may be held against the key at all.
  const [gap, ...otherGaps] = gapsOf(manager, origin, spec, rotation);
  if (gap) return { status: "unknown", subject, gaps: [gap, ...otherGaps], reads };
  const evidence = `Automatic rotation of ${name} is off.`;
  const cause = { kind: "key", id: arn, label: evidence, severity: "medium" } as const;
  return { status: "fail", subject, evidence, causes: [cause], reads };
}

/** Why automatic rotation does not exist for the key, where that is so. */
function neverRotated({ origin, spec, state }: KeyMetadata): string | undefined {
  if (origin.known && origin.value !== "AWS_KMS") return `has key material of origin ${origin.value}`;
  if (spec.known && spec.value !== "SYMMETRIC_DEFAULT") return `is a ${spec.value} key`;
  // KMS reports rotation as off while a key waits for its deletion.
  if (state.known && /^Pending(Replica)?Deletion$/.test(state.value)) return "is about to be deleted";
  return undefined;
}

function passes(subject: Subject, evidence: string, { reads }: Pick<UsableKey, "reads">): Judgement {
  return { status: "pass", subject, evidence, reads };
}
