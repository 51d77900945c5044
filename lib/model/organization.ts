import { z } from "zod";

export const organizationSchema = z.object({
  id: z.string(),
  arn: z.string(),
  managementAccountId: z.string(),
});

const organizationPolicySchema = z.object({
  id: z.string(),
  name: z.string(),
  awsManaged: z.boolean(),
  /** As AWS gives it, untouched. */
  document: z.string(),
});

/** The policies that are attached to one root, organizational unit or account. */
const policyLevelSchema = z.object({
  targetId: z.string(),
  targetName: z.string().exactOptional(),
  policies: z.array(organizationPolicySchema),
});

/**
 * What an organization subtracts from all that an account allows: the root first, then the organizational units on
 * the way down, then the account. No levels: the account is in no organization, or the organization has that
 * policy type switched off.
 */
export const organizationPoliciesSchema = z.object({
  scps: z.array(policyLevelSchema),
  rcps: z.array(policyLevelSchema),
});

export type Organization = z.infer<typeof organizationSchema>;
export type OrganizationPolicy = z.infer<typeof organizationPolicySchema>;
export type PolicyLevel = z.infer<typeof policyLevelSchema>;
export type OrganizationPolicies = z.infer<typeof organizationPoliciesSchema>;
