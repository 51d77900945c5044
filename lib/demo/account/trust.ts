import { accountId } from "./identifiers";
import { minified, pretty, type StatementText } from "./policy-document";

type Condition = NonNullable<StatementText["Condition"]>;

/** The trust policy that the console writes for a service. */
export function trustService(servicePrincipal: string, condition?: Condition): string {
  return pretty({
    Effect: "Allow",
    Principal: { Service: servicePrincipal },
    Action: "sts:AssumeRole",
    ...(condition && { Condition: condition }),
  });
}

/**
 * A service that may assume the role for resources of this account only.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function trustServiceForThisAccount(servicePrincipal: string): string {
  return trustService(servicePrincipal, { StringEquals: { "aws:SourceAccount": accountId } });
}

export function trustAws(principals: string | readonly string[], condition?: Condition): string {
  return minified({
    Effect: "Allow",
    Principal: { AWS: principals },
    Action: "sts:AssumeRole",
    ...(condition && { Condition: condition }),
  });
}

/** The trust policy of a role that IAM Identity Center creates for a permission set. */
export function trustIdentityCenter(): string {
  return minified({
    Effect: "Allow",
    Principal: { Federated: `arn:aws:iam::${accountId}:saml-provider/AWSSSO_4f1c2b7a9d3e6058_DO_NOT_DELETE` },
    Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
    Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
  });
}

/** GitHub Actions by OpenID Connect; `subject` is the whole difference between one branch and everybody. */
export function trustGitHub(operator: "StringEquals" | "StringLike", subject: string): string {
  const issuer = "token.actions.githubusercontent.com";
  const condition =
    operator === "StringEquals"
      ? { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: subject } }
      : {
          StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" },
          StringLike: { [`${issuer}:sub`]: subject },
        };
  return pretty({
    Effect: "Allow",
    Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${issuer}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: condition,
  });
}
