import { describe, expect, it } from "vitest";
import { accountOfCaller, parseCaller } from "@/lib/iam/decision/caller";

const accountId = "111122223333";

describe("parseCaller", () => {
  it.each([
    { text: "*", caller: { kind: "anonymous" } },
    { text: accountId, caller: { kind: "root", accountId, arn: `arn:aws:iam::${accountId}:root` } },
    {
      text: `arn:aws-cn:iam::${accountId}:root`,
      caller: { kind: "root", accountId, arn: `arn:aws-cn:iam::${accountId}:root` },
    },
    { text: `arn:aws:iam::${accountId}:user/a/anna`, caller: { kind: "user", name: "anna" } },
    { text: `arn:aws:iam::${accountId}:role/etl`, caller: { kind: "role", name: "etl" } },
    {
      text: `arn:aws:sts::${accountId}:assumed-role/etl/x`,
      caller: { kind: "role-session", roleName: "etl" },
    },
    { text: `arn:aws:sts::${accountId}:federated-user/anna`, caller: { kind: "federated-user" } },
    {
      text: "logs.eu-west-1.amazonaws.com",
      caller: { kind: "service", service: "logs.eu-west-1.amazonaws.com" },
    },
    { text: "ec2.amazonaws.com.cn", caller: { kind: "service" } },
    { text: "cognito-identity.amazonaws.com", caller: { kind: "federated" } },
    { text: `arn:aws:iam::${accountId}:oidc-provider/x.example`, caller: { kind: "federated" } },
    { text: `arn:aws:iam::${accountId}:saml-provider/x`, caller: { kind: "federated" } },
  ])("reads $text", ({ text, caller }) => {
    expect(parseCaller(text)).toMatchObject(caller);
  });

  it.each([
    "",
    "anna",
    "AROAEXAMPLEROLEID1234",
    `arn:aws:iam::${accountId}:group/all`,
    "example.com",
    "arn:aws:iam::*:role/x",
  ])("knows no caller %j", (text) => {
    expect(parseCaller(text)).toBeUndefined();
  });

  it("takes services and nobody for members of no account", () => {
    expect(accountOfCaller({ kind: "service", service: "logs.amazonaws.com" })).toBeUndefined();
    expect(accountOfCaller({ kind: "anonymous" })).toBeUndefined();
  });
});
