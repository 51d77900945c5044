import type { Condition, Statement } from "@/lib/iam/statement";
import type { TrustFault } from "@/lib/checks/trust/trust-fault";

const exact = /^(?:ForAnyValue:)?StringEquals(?:IgnoreCase)?$/;
const byPattern = /^(?:ForAnyValue:)?StringLike$/;
const cognito = "cognito-identity.amazonaws.com";

/** An identity provider vouches for many: the trust policy has to say which of them. */
export function judgeFederation(provider: string, { conditions }: Statement): TrustFault | undefined {
  const [, saml] = /:saml-provider\/(.+)$/.exec(provider) ?? [];
  if (saml !== undefined)
    return conditions.some((condition) => isOn(condition, "saml:aud"))
      ? undefined
      : { says: `by SAML provider ${saml} for any audience (no SAML:aud)`, severity: "medium" };
  const issuer = /:oidc-provider\/(.+)$/.exec(provider)?.[1] ?? provider;
  const isNarrowed = issuer === cognito ? isPoolBound(conditions) : isSubjectBound(issuer, conditions);
  return isNarrowed ? undefined : { says: `by ${anyOf(issuer)}`, severity: "high" };
}

/** Of several conditions all have to hold, so that one that is narrow is enough; of its values each has to be. */
function isSubjectBound(issuer: string, conditions: readonly Condition[]): boolean {
  const keys = (subjectClaims.get(issuer) ?? ["sub"]).map((claim) => `${issuer}:${claim}`.toLowerCase());
  return conditions.some(
    (condition) =>
      keys.some((key) => isOn(condition, key)) &&
      condition.values.every((value) => exact.test(condition.operator) || !isAnybody(value)),
  );
}

/**
 * The claims that tell one identity from another, where it is not `sub` alone.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const subjectClaims: ReadonlyMap<string, readonly string[]> = new Map([
  ["token.actions.githubusercontent.com", ["sub", "job_workflow_ref", "repository", "repository_id"]],
  ["accounts.google.com", ["sub", "email"]],
  ["graph.facebook.com", ["id"]],
  ["www.amazon.com", ["user_id"]],
]);

/** A pool, and in it one identity or those that signed in: guests are anybody. */
function isPoolBound(conditions: readonly Condition[]): boolean {
  const isNamed = (claim: string) =>
    conditions.some(
      (condition) =>
        isOn(condition, `${cognito}:${claim}`) &&
        condition.values.every((value) => exact.test(condition.operator) || !/[*?]/.test(value)),
    );
  const isSignedIn = conditions.some(
    (condition) =>
      isOn(condition, `${cognito}:amr`) && condition.values.every((value) => value === "authenticated"),
  );
  return isNamed("sub") || (isNamed("aud") && isSignedIn);
}

function isOn({ operator, key, values }: Condition, wanted: string): boolean {
  return (
    key.toLowerCase() === wanted &&
    (exact.test(operator) || byPattern.test(operator)) &&
    values.length > 0 &&
    values.every((value) => /[^*?]/.test(value))
  );
}

/**
 * Whether a pattern leaves open whose repository, project or service account it is: the part that names the owner has a
 * wildcard in it. `repo:acme*` is any owner whose name begins so.
 */
function isAnybody(pattern: string): boolean {
  const owner = /^(?:repo|repository|project_path|organization|workspace|user):([^/:]*)/.exec(pattern)?.[1];
  if (owner !== undefined) return owner === "" || /[*?]/.test(owner);
  const namespace = /^system:serviceaccount:([^:]*)/.exec(pattern)?.[1];
  if (namespace !== undefined) return namespace === "" || /[*?]/.test(namespace);
  return /^[^/:]*[*?]/.test(pattern);
}

function anyOf(issuer: string): string {
  if (issuer === "token.actions.githubusercontent.com") return "any GitHub repository";
  if (issuer.startsWith("gitlab.")) return `any project of ${issuer}`;
  if (issuer.startsWith("oidc.eks.")) return `a service account of any namespace of ${issuer}`;
  if (issuer === cognito) return "any identity of a Cognito pool, or of any pool";
  return `any identity of ${issuer}`;
}
