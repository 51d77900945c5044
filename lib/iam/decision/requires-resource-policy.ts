const trustActions: ReadonlySet<string> = new Set([
  "sts:assumerole",
  "sts:assumerolewithsaml",
  "sts:assumerolewithwebidentity",
  "sts:setsourceidentity",
  "sts:tagsession",
]);

/**
 * Whether a resource's own policy has to allow even inside one account: that of a KMS key and the trust
 * policy of a role. Elsewhere an identity policy is enough.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function requiresResourcePolicy(action: string, resource: string): boolean {
  if (action.startsWith("kms:")) return /^arn:[^:]+:kms:[^:]*:[^:]*:key\//.test(resource);
  return trustActions.has(action) && /^arn:[^:]+:iam::[^:]*:role\//.test(resource);
}
