import type { FixInput } from "@/lib/remediation/fix";
import { findIdentity, isChangeable } from "@/lib/remediation/own-identity";

/** What no change of the account settles, or none that can be written by what was read; after "No fix is shown, since". */
const byCheck: Readonly<Record<string, string>> = {
  "KDS-LP-01":
    "one of those that hold the policy cannot be changed from within the account, or what its holders need does not fit into a policy. Take it from the others first, by the policies of the four roles.",
  "KDS-LP-09": "whether the readers are the right ones, their owner says and no setting does: attest it.",
  "KDS-REST-03":
    "the material of an imported key has to be imported anew by whoever has it, before its day; no setting does that.",
  "KDS-REST-07":
    "records from before the encryption go by themselves, on the day that the finding names; nothing encrypts them later. Shorten the retention only if nobody needs them any more.",
  "KDS-REST-08":
    "AWS does not see whether producers encrypt fields themselves: their owner attests it, with evidence.",
  "KDS-CRED-03":
    "who is meant to come in, only the owner of the role knows: name the repository, workload or external id in the trust policy. Try the policy's page for what that would change.",
  "KDS-CRED-05":
    "nobody but the root user itself can delete its access key: sign in as root, then Security credentials, Access keys, Delete.",
  "KDS-TLS-02":
    "whether clients can speak to a FIPS endpoint, and when they are moved, has to be settled first: make an endpoint of kinesis-streams-fips beside the one in use, move them, and delete the other.",
  "KDS-NET-02":
    "the endpoint is in a state that no setting ends, its VPC has no subnet in another zone, or another endpoint has the private names already.",
  "KDS-NET-03":
    "whom the group has to let in, what was read does not tell: give the endpoint a security group of its own that admits its clients' groups on port 443.",
  "KDS-SHR-02":
    "which principals of the other account are meant, only that account knows: ask for their ARNs, and name them in the policy. Try the policy's page for what that would change.",
  "KDS-OPS-01":
    "a trail needs a bucket whose owner and policy are for the account to decide: create-trail with --is-multi-region-trail and --enable-log-file-validation, then start-logging.",
  "KDS-OPS-06":
    "which of the principals need these actions, only their owners know: take them from the others, by the findings about their policies.",
};

const general =
  "what was read does not tell what to change. Try the policy's page for what an edit of it would change.";

/** Why nothing can be shown that puts a finding right, in a sentence. */
export function whyNoFix({ finding, snapshot }: FixInput): string {
  const { checkId, status, cause } = finding;
  if (status === "unknown")
    return "No fix is shown, since it is not known whether anything is wrong: what could not be read has to be read first.";
  const identities = (cause.principals ?? []).map((arn) => ({ arn, own: findIdentity(snapshot, arn) }));
  const kept = identities.find(({ own }) => own && !isChangeable(own));
  if (kept)
    return `No fix is shown, since ${nameOf(kept.arn)} is kept from elsewhere: its permission set is changed in IAM Identity Center, from the organization's management account.`;
  const foreign = identities.find(({ own }) => !own);
  if (foreign && !(checkId in byCheck))
    return `No fix is shown, since ${nameOf(foreign.arn)} is no user and no role of this account, and what gives it access was not read.`;
  return `No fix is shown, since ${byCheck[checkId] ?? general}`;
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
