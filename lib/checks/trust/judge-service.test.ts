import { describe, expect, it } from "vitest";
import { accountId } from "@/lib/model/test-place";
import { trusting } from "@/lib/checks/trust/test-trust";

describe("IAM Roles Anywhere", () => {
  const principal = { Service: "rolesanywhere.amazonaws.com" };
  const action = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];

  it("is medium without trust anchor and certificate", () => {
    expect(trusting(principal, { action })).toMatchObject({ status: "fail", severity: "medium" });
    const condition = { StringEquals: { "aws:SourceAccount": accountId } };
    expect(trusting(principal, { action, condition }).status).toBe("fail");
    const any = { ArnLike: { "aws:SourceArn": "*" } };
    expect(trusting(principal, { action, condition: any }).status).toBe("fail");
  });

  it.each([
    { ArnEquals: { "aws:SourceArn": `arn:aws:rolesanywhere:eu-central-1:${accountId}:trust-anchor/1` } },
    { StringEquals: { "aws:PrincipalTag/x509Subject/CN": "orders" } },
  ])("passes with %j", (condition) => {
    expect(trusting(principal, { action, condition }).status).toBe("pass");
  });
});

describe("Kinesis", () => {
  const principal = { Service: "kinesis.amazonaws.com" };

  it("is low without the account or the resource that it acts for", () => {
    expect(trusting(principal)).toMatchObject({ status: "fail", severity: "low" });
  });

  it.each([
    { StringEquals: { "aws:SourceAccount": accountId } },
    { ArnLike: { "aws:SourceArn": `arn:aws:kinesis:*:${accountId}:channel/*` } },
  ])("passes with %j", (condition) => {
    expect(trusting(principal, { condition }).status).toBe("pass");
  });
});
