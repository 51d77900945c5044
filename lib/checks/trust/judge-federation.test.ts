import { describe, expect, it } from "vitest";
import { accountId } from "@/lib/model/test-place";
import { trusting } from "@/lib/checks/trust/test-trust";

describe("OIDC", () => {
  const gitHub = "token.actions.githubusercontent.com";
  const eks = "oidc.eks.eu-central-1.amazonaws.com/id/A1B2C3";
  const cognito = "cognito-identity.amazonaws.com";
  const federated = (issuer: string) =>
    issuer === cognito ? issuer : `arn:aws:iam::${accountId}:oidc-provider/${issuer}`;
  const by = (issuer: string, condition?: object) =>
    trusting(
      { Federated: federated(issuer) },
      { action: "sts:AssumeRoleWithWebIdentity", ...(condition && { condition }) },
    );
  const sub = (issuer: string, value: string | string[], operator = "StringLike") => ({
    StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" },
    [operator]: {
      ...(operator === "StringEquals" && { [`${issuer}:aud`]: "sts.amazonaws.com" }),
      [`${issuer}:sub`]: value,
    },
  });

  it.each([
    { issuer: gitHub, condition: undefined },
    { issuer: gitHub, condition: { StringEquals: { [`${gitHub}:aud`]: "sts.amazonaws.com" } } },
    ...["*", "repo:*", "repo:*/*", "repo:acme*/orders:*", "repo:?cme/orders:*", "*:ref:refs/heads/main"].map(
      (value) => ({
        issuer: gitHub,
        condition: sub(gitHub, value),
      }),
    ),
    { issuer: gitHub, condition: sub(gitHub, ["repo:acme/orders:*", "repo:*"]) },
    {
      issuer: gitHub,
      condition: { StringNotEquals: { [`${gitHub}:sub`]: "repo:acme/orders:ref:refs/heads/main" } },
    },
    { issuer: gitHub, condition: { StringEqualsIfExists: { [`${gitHub}:sub`]: "repo:acme/orders" } } },
    { issuer: "gitlab.com", condition: sub("gitlab.com", "project_path:*") },
    { issuer: eks, condition: sub(eks, "system:serviceaccount:*:orders") },
    { issuer: eks, condition: sub(eks, "system:serviceaccount:*") },
    { issuer: cognito, condition: undefined },
    { issuer: cognito, condition: { StringEquals: { [`${cognito}:aud`]: "eu-central-1:pool" } } },
    {
      issuer: cognito,
      condition: {
        StringEquals: { [`${cognito}:aud`]: "eu-central-1:pool" },
        "ForAnyValue:StringLike": { [`${cognito}:amr`]: "unauthenticated" },
      },
    },
    { issuer: cognito, condition: { "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" } } },
    { issuer: "login.example.com", condition: sub("login.example.com", "*") },
  ])("is high without a subject that narrows it: $issuer $condition", ({ issuer, condition }) => {
    expect(by(issuer, condition)).toMatchObject({ status: "fail", severity: "high" });
  });

  it.each([
    ...["repo:acme/orders:ref:refs/heads/main", "repo:acme/*", "repo:acme/orders:*"].map((value) => ({
      issuer: gitHub,
      condition: sub(gitHub, value),
    })),
    { issuer: gitHub, condition: sub(gitHub, "repo:acme/orders:environment:production", "StringEquals") },
    { issuer: gitHub, condition: { StringLike: { [`${gitHub}:job_workflow_ref`]: "acme/flows/.github/*" } } },
    // Here a star is a star.
    { issuer: gitHub, condition: sub(gitHub, "repo:*", "StringEquals") },
    { issuer: "gitlab.com", condition: sub("gitlab.com", "project_path:acme/*:ref_type:branch:ref:main") },
    { issuer: eks, condition: sub(eks, "system:serviceaccount:orders:*") },
    { issuer: eks, condition: sub(eks, "system:serviceaccount:orders:reader", "StringEquals") },
    {
      issuer: cognito,
      condition: {
        StringEquals: { [`${cognito}:aud`]: "eu-central-1:pool" },
        "ForAnyValue:StringLike": { [`${cognito}:amr`]: "authenticated" },
      },
    },
    { issuer: cognito, condition: { StringEquals: { [`${cognito}:sub`]: "eu-central-1:identity" } } },
    { issuer: "login.example.com", condition: sub("login.example.com", "service-42", "StringEquals") },
  ])("passes with one: $issuer $condition", ({ issuer, condition }) => {
    expect(by(issuer, condition).status).toBe("pass");
  });

  it("names the provider in words", () => {
    expect(by(gitHub).evidence).toBe("Role producer can be assumed by any GitHub repository.");
  });
});

describe("SAML", () => {
  const Federated = `arn:aws:iam::${accountId}:saml-provider/idp`;
  const action = "sts:AssumeRoleWithSAML";

  it("is medium without SAML:aud", () => {
    expect(trusting({ Federated }, { action })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: "Role producer can be assumed by SAML provider idp for any audience (no SAML:aud).",
    });
    const other = { StringEquals: { "SAML:iss": "https://idp.example.com" } };
    expect(trusting({ Federated }, { action, condition: other }).status).toBe("fail");
  });

  it("passes with it", () => {
    const condition = { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } };
    expect(trusting({ Federated }, { action, condition }).status).toBe("pass");
  });
});
