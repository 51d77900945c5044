import { defineRegionCheck } from "@/lib/model/check";
import type { KeyMetadata, KmsKey } from "@/lib/model/kms-key";
import type { Gap, Read } from "@/lib/model/observed";
import type { Cause, Judgement, Severity, Subject } from "@/lib/model/verdict";
import { eachKey } from "@/lib/checks/each-key";
import { framework } from "@/lib/checks/frameworks";
import { unknown } from "@/lib/checks/judgement";
import { keyNameOf } from "@/lib/kinesis/key-of-stream";
import type { UsableKey } from "@/lib/kinesis/key-of-stream";

export const keyUsable = defineRegionCheck({
  id: "KDS-REST-03",
  set: "extended",
  scope: "key",
  severity: "critical",
  title: "The key is usable and not about to be deleted",
  rationale:
    "While the key is disabled or waits for deletion, nobody can write to or read from the streams that it encrypts. Once it is deleted, every record that is left is lost for good.",
  looksAt: "The state of the key and the end of imported key material, as KMS describes them.",
  remediation:
    "Cancel the deletion and enable the key, or import its material again. If the key is to go, first start encryption with another key and wait until the records of one retention period have expired.",
  frameworks: {
    [framework.securityHub]: ["KMS.3"],
    [framework.nist]: ["SC-12", "SC-12(2)"],
  },
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html",
  ],
  reads: ["streams", "aliases", "keys"],
  evaluate: (input) => eachKey(input, (key, subject) => judge(key, subject, input.at)),
});

const expiryNoticeDays = 30;

const unusableStates = new Set([
  "Disabled",
  "PendingDeletion",
  "PendingReplicaDeletion",
  "PendingImport",
  "Unavailable",
]);

function judge(key: UsableKey, subject: Subject, at: string): Judgement {
  const name = keyNameOf(key);
  if (key.kind === "aws-managed")
    return { status: "pass", subject, evidence: `${name} is managed by AWS.`, reads: key.reads };

  const { metadata } = key.key;
  if (!metadata.known) return unknown(subject, withKeyPolicyHint(metadata.gap), key.reads);
  const reads = [...key.reads, metadata.read];
  if (!metadata.value)
    return fails(subject, cause(key.key, "critical", `KMS says that there is no key ${key.key.arn}.`), reads);
  return judgeMetadata(metadata.value, { key: key.key, name, subject, at, reads });
}

interface Context {
  readonly key: KmsKey;
  readonly name: string;
  readonly subject: Subject;
  readonly at: string;
  readonly reads: readonly Read[];
}

function judgeMetadata(metadata: KeyMetadata, { key, name, subject, at, reads }: Context): Judgement {
  const { manager, state, validTo, deletionAt } = metadata;
  if (manager.known && manager.value === "aws")
    return { status: "pass", subject, evidence: `${name} is managed by AWS.`, reads };
  if (!state.known) return unknown(subject, state.gap, reads);

  if (unusableStates.has(state.value)) {
    const when = deletionAt ? `, to be deleted on ${dayOf(deletionAt)}` : "";
    return fails(subject, cause(key, "critical", `${name} is in state ${state.value}${when}.`), reads);
  }
  if (state.value !== "Enabled") return unknown(subject, unsettled(key, state.value), reads);
  if (validTo && endsSoon(validTo, at)) {
    const label = `The imported material of ${name} ends on ${dayOf(validTo)}.`;
    return fails(subject, cause(key, "high", label), reads);
  }
  return { status: "pass", subject, evidence: `${name} is enabled.`, reads };
}

function fails(subject: Subject, only: Cause, reads: readonly Read[]): Judgement {
  return { status: "fail", subject, evidence: only.label, causes: [only], reads };
}

function cause({ arn }: KmsKey, severity: Severity, label: string): Cause {
  return { kind: "key", id: arn, label, severity };
}

/** Creating and Updating pass by themselves; a state that KMS adds later is not guessed at. */
function unsettled({ arn: resource, region }: KmsKey, state: string): Gap {
  const message = `KMS says ${state}, which settles nothing yet.`;
  return { action: "kms:DescribeKey", reason: "not-collected", message, resource, region };
}

/** KMS asks the key policy before any IAM policy counts, so that the right policy on the role may not be enough. */
function withKeyPolicyHint(gap: Gap): Gap {
  if (gap.reason !== "access-denied") return gap;
  return {
    ...gap,
    message: `${gap.message} The key policy may be the cause: unless it delegates to its account, IAM policies do not count.`,
  };
}

function endsSoon(validTo: string, at: string): boolean {
  const noticeMs = expiryNoticeDays * 24 * 60 * 60 * 1000;
  return Date.parse(validTo) - Date.parse(at) <= noticeMs;
}

function dayOf(instant: string): string {
  return instant.slice(0, "2026-11-01".length);
}
