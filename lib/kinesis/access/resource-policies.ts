import type { PolicySource } from "@/lib/iam/access-index/access-input";
import type { KmsKey } from "@/lib/model/kms-key";
import type { Observed } from "@/lib/model/observed";
import { policyId } from "@/lib/model/policy-id";

/** Text that no policy document has, for one that was not read: it may allow and deny everything. */
export const unreadText = "";

/** The policy of a stream or consumer; undefined where AWS says that none is attached. */
export function attachedPolicy(arn: string, policy: Observed<string | null>): PolicySource | undefined {
  const name = policyId.resource(arn);
  if (!policy.known) return { policy: name, text: unreadText };
  return policy.value === null ? undefined : { policy: name, text: policy.value };
}

/** A key has always a policy. */
export function keyPolicy({ arn, policy }: Pick<KmsKey, "arn" | "policy">): PolicySource {
  return { policy: policyId.resource(arn), text: policy.known ? policy.value : unreadText };
}
