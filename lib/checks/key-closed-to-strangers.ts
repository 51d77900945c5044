import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts } from "@/lib/model/check";
import { readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Judgement, Severity, Subject } from "@/lib/model/verdict";
import { keyNameOf } from "@/lib/kinesis/key-of-stream";
import type { UsableKey } from "@/lib/kinesis/key-of-stream";
import { decryptingPolicies } from "@/lib/checks/decrypting-policies";
import type { DecryptingPolicies } from "@/lib/checks/decrypting-policies";
import { eachKey } from "@/lib/checks/each-key";
import { framework } from "@/lib/checks/frameworks";
import { conclude, notApplicable, unknown } from "@/lib/checks/judgement";
import { grantees, keyPolicyStrangers } from "@/lib/checks/key-strangers";
import type { OrganizationParts } from "@/lib/checks/known-accounts";

export const keyClosedToStrangers = defineRegionCheck({
  id: "KDS-REST-05",
  set: "extended",
  scope: "key",
  severity: "critical",
  title: "The key is closed to strangers",
  rationale:
    "Whoever can use the key can read what it encrypts, wherever a copy of it lies. A key policy is where another account, or everybody, is let in without a trace in this account's own policies.",
  looksAt:
    "Whom the key's policy and its grants allow, against this account, the management account, the organization's accounts and those declared as known; and the policies that the customer wrote which allow kms:Decrypt on all keys.",
  remediation:
    "Take the principal out of the key policy, or retire the grant. Bound a policy that must name everybody by kms:CallerAccount or aws:PrincipalOrgID. Replace kms:Decrypt on all keys by the keys that the workload needs.",
  frameworks: {
    [framework.securityHub]: ["KMS.1", "KMS.2", "KMS.5"],
    [framework.nist]: ["AC-3", "AC-6"],
  },
  sources: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
  ],
  settings: ["knownAccountIds"],
  reads: ["streams", "aliases", "keys", "iam", "access", "organization", "organizationAccountIds"],
  evaluate(input) {
    const policies = decryptingPolicies(input);
    return eachKey(input, (key, subject) => judge(key, subject, { input, policies }));
  },
});

interface Around {
  readonly input: OrganizationParts & Pick<AccountParts, "iam"> & Pick<DerivedParts, "access">;
  readonly policies: DecryptingPolicies;
}

function judge(key: UsableKey, subject: Subject, { input, policies }: Around): Judgement {
  const name = keyNameOf(key);
  if (key.kind === "aws-managed" || isOfAws(key))
    return notApplicable(
      subject,
      `${name} is an AWS managed key: only this account can use it, and nobody can change who.`,
      key.reads,
    );
  const { arn, accountId, metadata, policy, grants } = key.key;
  if (metadata.known && !metadata.value)
    return notApplicable(subject, "There is no such key (KDS-REST-03).", key.reads);
  if (accountId !== input.accountId && !policy.known) return unknown(subject, policy.gap, key.reads);
  const fromPolicy = keyPolicyStrangers(key.key, name, input);
  const fromGrants = grantees(key.key, name, input);
  const own = accountId === input.accountId ? policies(arn) : { causes: [], gaps: [] };
  const judgement = conclude({
    subject,
    causes: [...fromPolicy.causes, ...fromGrants.causes, ...own.causes],
    gaps: [...fromPolicy.gaps, ...fromGrants.gaps, ...own.gaps],
    reads: [
      ...key.reads,
      ...readsOf(policy, grants, input.iam, input.organization, input.organizationAccountIds),
    ],
    passes: `The policy and grants of ${name} admit known accounts only, and no policy of the customer's own allows decrypting with all keys.`,
    note: fromPolicy.notes.join(" "),
    heaviest: heaviestHidden(fromPolicy.gaps, fromGrants.gaps),
  });
  if (judgement.status !== "unknown") return judgement;
  const heaviest = heaviestHidden(fromPolicy.gaps, fromGrants.gaps);
  return { ...judgement, severityRange: { heaviest, lightest: "low" } };
}

/** What the unread could turn out to be: strangers in the policy or a grant, or a wide policy of one's own. */
function heaviestHidden(ofPolicy: readonly Gap[], ofGrants: readonly Gap[]): Severity {
  if (ofPolicy.length > 0) return "critical";
  return ofGrants.length > 0 ? "high" : "low";
}

function isOfAws({ key }: Extract<UsableKey, { kind: "listed" }>): boolean {
  return (
    key.metadata.known &&
    key.metadata.value?.manager.known === true &&
    key.metadata.value.manager.value === "aws"
  );
}
