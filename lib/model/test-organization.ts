import type { OrganizationPolicies, OrganizationPolicy, PolicyLevel } from "@/lib/model/organization";
import { documentOf } from "@/lib/model/test-iam";
import { accountId } from "@/lib/model/test-place";

/** The policy that AWS attaches to every root, unit and account, and that allows everything. */
export function buildOrganizationPolicy(change: Partial<OrganizationPolicy> = {}): OrganizationPolicy {
  return {
    id: "p-FullAWSAccess",
    name: "FullAWSAccess",
    awsManaged: true,
    document: documentOf({ Action: "*", Resource: "*" }),
    ...change,
  };
}

export function buildPolicyLevel(change: Partial<PolicyLevel> = {}): PolicyLevel {
  return { targetId: accountId, policies: [buildOrganizationPolicy()], ...change };
}

/** A root, a unit and the account, with nothing taken away; resource control policies are switched off. */
export function buildOrganizationPolicies(change: Partial<OrganizationPolicies> = {}): OrganizationPolicies {
  const targetIds = ["r-a1b2", "ou-a1b2-workload", accountId];
  return { scps: targetIds.map((targetId) => buildPolicyLevel({ targetId })), rcps: [], ...change };
}
