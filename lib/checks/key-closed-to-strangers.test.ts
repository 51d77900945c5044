import { describe, expect, it } from "vitest";
import type { KmsKey } from "@/lib/model/kms-key";
import { buildManagedPolicy, buildRole, documentOf } from "@/lib/model/test-iam";
import {
  accountId,
  denied,
  memberAccountId,
  organizationId,
  read,
  strangeAccountId,
} from "@/lib/model/test-place";
import { buildKey, buildKeyMetadata, buildStream, keyArn } from "@/lib/model/test-stream";
import { keyClosedToStrangers } from "@/lib/checks/key-closed-to-strangers";
import { administrator, roleWith, verdictIn } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

/** As the console writes it: the account's own policies count. */
const delegating = read(
  documentOf({ Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" }),
);
const verdictOn = (change: Partial<KmsKey>, world: World = {}) =>
  verdictIn(keyClosedToStrangers, {
    streams: [buildStream()],
    region: { keys: read([buildKey(change)]) },
    ...world,
  });
const admitting = (Principal: object | string, rest: object = {}) => ({
  policy: read(documentOf({ Principal, Action: "kms:Decrypt", Resource: "*", ...rest })),
});
const when = (operator: string, key: string, value: string) => ({
  Condition: { [operator]: { [key]: value } },
});
const grantTo = (granteePrincipal: string) => ({
  grants: read([{ id: "g-1", granteePrincipal, operations: ["Decrypt"] }], "kms:ListGrants"),
});

describe("fails", () => {
  it("critical, where the policy admits everybody without a bound", () => {
    for (const principal of ["*", { AWS: "*" }])
      expect(verdictOn(admitting(principal))).toMatchObject({ status: "fail", severity: "critical" });
    expect(
      verdictOn(admitting("*", when("StringEquals", "kms:CallerAccount", strangeAccountId))).severity,
    ).toBe("critical");
    expect(verdictOn(admitting("*", when("Bool", "aws:SecureTransport", "true"))).severity).toBe("critical");
  });

  it("high, where the policy or a grant admits an account that is not known", () => {
    const role = `arn:aws:iam::${strangeAccountId}:role/partner`;
    expect(verdictOn(admitting({ AWS: role }))).toMatchObject({ status: "fail", severity: "high" });
    expect(verdictOn(admitting({ AWS: `arn:aws:iam::${strangeAccountId}:root` })).evidence).toContain(
      "the whole account",
    );
    expect(verdictOn(grantTo(role))).toMatchObject({
      status: "fail",
      severity: "high",
      evidence: `A grant on alias/orders lets ${role}, of account ${strangeAccountId}, which is not known, use it for Decrypt.`,
    });
  });

  it("low, once a policy, where one that the customer wrote allows decrypting with all keys", () => {
    const wide = (Resource: string) => roleWith("app", { Action: "kms:*", Resource });
    for (const Resource of ["*", "arn:aws:kms:*:*:key/*", `arn:aws:kms:eu-central-1:${accountId}:key/*`])
      expect(verdictOn({ policy: delegating }, { roles: [wide(Resource)] })).toMatchObject({
        status: "fail",
        severity: "low",
        evidence: "The inline policy app of role app allows kms:Decrypt on every key.",
      });
    expect(verdictOn({ policy: delegating }, { roles: [wide(keyArn)] }).status).toBe("pass");
    // The key's own policy hands nothing to the account.
    expect(verdictOn({}, { roles: [wide("*")] }).status).toBe("pass");
    const narrowed = {
      Action: "kms:Decrypt",
      Resource: "*",
      ...when("StringEquals", "kms:ViaService", "s3.amazonaws.com"),
    };
    expect(verdictOn({ policy: delegating }, { roles: [roleWith("app", narrowed)] }).status).toBe("pass");
  });
});

describe("passes", () => {
  it("root delegation, known accounts, services and everybody within a bound", () => {
    const known = [
      { AWS: `arn:aws:iam::${accountId}:root` },
      { AWS: `arn:aws:iam::${memberAccountId}:role/reader` },
      { Service: "logs.amazonaws.com" },
    ];
    for (const principal of known) expect(verdictOn(admitting(principal)).status).toBe("pass");
    expect(verdictOn(admitting("*", when("StringEquals", "kms:CallerAccount", accountId))).status).toBe(
      "pass",
    );
    expect(verdictOn(admitting("*", when("StringEquals", "aws:PrincipalOrgID", organizationId))).status).toBe(
      "pass",
    );
    for (const grantee of [`arn:aws:iam::${memberAccountId}:role/x`, "rds.amazonaws.com"])
      expect(verdictOn(grantTo(grantee)).status).toBe("pass");
  });

  it("what a Deny names, and what AWS or administrators hold", () => {
    expect(verdictOn(admitting("*", { Effect: "Deny" })).status).toBe("pass");
    const ofAws = buildManagedPolicy({
      name: "ReadOnly",
      arn: "arn:aws:iam::aws:policy/ReadOnly",
      awsManaged: true,
      document: documentOf({ Action: "kms:Decrypt", Resource: "*" }),
    });
    const holder = buildRole({ name: "holder", attachedPolicyArns: [ofAws.arn] });
    expect(
      verdictOn({ policy: delegating }, { roles: [holder, administrator], managedPolicies: [ofAws] }).status,
    ).toBe("pass");
  });

  it("with a note where decrypting is bound neither to Kinesis nor to a stream", () => {
    const note = "bound neither to Kinesis";
    expect(verdictOn(admitting({ AWS: accountId })).evidence).toContain(note);
    const bound = when("StringEquals", "kms:ViaService", "kinesis.eu-central-1.amazonaws.com");
    expect(verdictOn(admitting({ AWS: accountId }, bound)).evidence).not.toContain(note);
  });
});

it("does not judge an AWS managed key, or one that is gone", () => {
  const ofAws = { metadata: read(buildKeyMetadata({ manager: read("aws") })) };
  expect(verdictOn(ofAws).status).toBe("not-applicable");
  expect(verdictOn({ metadata: read(null) }).status).toBe("not-applicable");
});

describe("is unknown", () => {
  it.each<[string, Partial<KmsKey>]>([
    ["policy", { policy: denied("kms:GetKeyPolicy") }],
    ["policy's text", { policy: read("{") }],
    ["grants", { grants: denied("kms:ListGrants") }],
    ["owner's account", { arn: keyArn, accountId: memberAccountId, policy: denied("kms:GetKeyPolicy") }],
  ])("where the key's %s could not be read", (_what, change) => {
    expect(verdictOn(change).status).toBe("unknown");
  });

  it("where nobody could say whether an account is known, or what a policy allows", () => {
    const organizationAccountIds = denied("organizations:ListAccounts");
    const change = admitting({ AWS: `arn:aws:iam::${strangeAccountId}:root` });
    expect(verdictOn(change, { account: { organizationAccountIds } }).status).toBe("unknown");
    const odd = buildRole({ inlinePolicies: [{ name: "odd", document: "{" }] });
    expect(verdictOn({ policy: delegating }, { roles: [odd] })).toMatchObject({
      status: "unknown",
      severityRange: { heaviest: "low", lightest: "low" },
    });
    const unlisted = verdictOn({ policy: delegating, grants: denied("kms:ListGrants") });
    expect(unlisted.severityRange).toEqual({ heaviest: "high", lightest: "low" });
    expect(verdictOn({}, { roles: [odd] }).status).toBe("pass");
    expect(verdictOn({}, { account: { iam: denied("iam:GetAccountAuthorizationDetails") } }).status).toBe(
      "unknown",
    );
  });
});
