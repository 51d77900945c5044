import { describe, expect, it } from "vitest";
import { accountOf, parsePrincipal } from "@/lib/iam/principal";

const accountId = "111122223333";

describe("parsePrincipal", () => {
  it.each([
    { value: "*", principal: { kind: "everyone" } },
    { value: accountId, principal: { kind: "account", accountId } },
    { value: `arn:aws:iam::${accountId}:root`, principal: { kind: "account", accountId } },
    { value: `arn:aws-cn:iam::${accountId}:root`, principal: { kind: "account", accountId } },
    { value: `arn:aws:iam::${accountId}:user/anna`, principal: { kind: "user", accountId, name: "anna" } },
    { value: `arn:aws:iam::${accountId}:role/a/b/etl`, principal: { kind: "role", accountId, name: "etl" } },
    {
      value: `arn:aws:sts::${accountId}:assumed-role/etl/session`,
      principal: { kind: "role-session", accountId, roleName: "etl" },
    },
    {
      value: `arn:aws:sts::${accountId}:federated-user/anna`,
      principal: { kind: "federated-user", accountId },
    },
    { value: "AROAEXAMPLEROLEID1234", principal: { kind: "deleted", uniqueId: "AROAEXAMPLEROLEID1234" } },
    { value: "AIDAEXAMPLEUSERID1234", principal: { kind: "deleted", uniqueId: "AIDAEXAMPLEUSERID1234" } },
    { value: "arn:aws:iam::*:role/etl", principal: { kind: "unrecognised" } },
    { value: `arn:aws:iam::${accountId}:role/*`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:iam::${accountId}:role/et?`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:iam::${accountId}:role/`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:iam::${accountId}:role`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:iam::${accountId}:group/all`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:iam:eu-central-1:${accountId}:role/etl`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:sts::${accountId}:assumed-role/etl`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:sts::${accountId}:assumed-role//etl`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:s3::${accountId}:user/anna`, principal: { kind: "unrecognised" } },
    { value: `arn:aws:s3::${accountId}:root`, principal: { kind: "unrecognised" } },
    { value: "1111-2222-3333", principal: { kind: "unrecognised" } },
    { value: "anna", principal: { kind: "unrecognised" } },
  ])("reads AWS $value as $principal.kind", ({ value, principal }) => {
    expect(parsePrincipal({ type: "AWS", value })).toMatchObject(principal);
  });

  it("reads services, identity providers and canonical users", () => {
    expect(parsePrincipal({ type: "Service", value: "ec2.amazonaws.com" })).toEqual({
      kind: "service",
      service: "ec2.amazonaws.com",
    });
    expect(parsePrincipal({ type: "Federated", value: "accounts.google.com" })).toEqual({
      kind: "federated",
      provider: "accounts.google.com",
    });
    expect(parsePrincipal({ type: "CanonicalUser", value: "79a5" })).toEqual({
      kind: "unrecognised",
      value: "79a5",
    });
  });
});

describe("accountOf", () => {
  it("is the account of a user, and of nobody where there is none", () => {
    expect(accountOf(parsePrincipal({ type: "AWS", value: `arn:aws:iam::${accountId}:user/anna` }))).toBe(
      accountId,
    );
    expect(accountOf({ kind: "everyone" })).toBeUndefined();
  });
});
