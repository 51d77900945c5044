/**
 * Names for policy documents that have no ARN of their own, so that evidence can point at one.
 * A managed policy is named by its ARN.
 */
export const policyId = {
  inline: (principalArn: string, policyName: string) => `${principalArn}#inline/${policyName}`,
  trust: (roleArn: string) => `${roleArn}#trust`,
  /** Of a stream, a consumer, a key or a VPC endpoint. */
  resource: (resourceId: string) => `${resourceId}#policy`,
} as const;
