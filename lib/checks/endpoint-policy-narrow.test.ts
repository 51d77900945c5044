import { describe, expect, it } from "vitest";
import { documentOf } from "@/lib/model/test-iam";
import { buildEndpoint, endpointId } from "@/lib/model/test-network";
import { accountId, denied, organizationId, read, region } from "@/lib/model/test-place";
import { endpointPolicyNarrow } from "@/lib/checks/endpoint-policy-narrow";
import { verdictOf } from "@/lib/checks/test-verdicts";

const full = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

function verdictOn(...statements: object[]) {
  return verdictOfText(documentOf(...statements));
}

function verdictOfText(policy: string) {
  const vpcEndpoints = read([buildEndpoint({ policy: read(policy) })]);
  return verdictOf(endpointPolicyNarrow, { region: { vpcEndpoints } });
}

function underCondition(operator: string, values: object) {
  return verdictOn({ ...full, Condition: { [operator]: values } });
}

describe("full access fails", () => {
  it("as the default policy", () => {
    expect(verdictOfText(JSON.stringify({ Statement: [full] }))).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: `The policy of ${endpointId} lets everybody do everything with every stream.`,
      causes: [
        {
          kind: "statement",
          id: `${endpointId}#policy[0]`,
          document: { policyId: `${endpointId}#policy`, statements: [0] },
        },
      ],
    });
  });

  it.each([
    { Action: "kinesis:*" },
    { Action: ["ec2:*", "KINESIS:*"] },
    { Action: undefined, NotAction: "s3:*" },
    { Action: undefined, NotAction: ["kinesisanalytics:*", "iam:*"] },
    { Principal: { AWS: "*" } },
    { Principal: { AWS: ["111122223333", "*"] } },
    { Principal: undefined, NotPrincipal: { AWS: "111122223333" } },
    { Resource: "arn:aws:kinesis:*" },
    { Resource: `arn:aws:kinesis:${region}:*:stream/*` },
    { Resource: undefined, NotResource: "arn:aws:s3:::x" },
  ])("with %j", (change) => {
    expect(verdictOn({ ...full, ...change })).toMatchObject({ status: "fail", severity: "medium" });
  });

  it("in any of the statements, each a cause of its own", () => {
    const narrow = { ...full, Action: "kinesis:PutRecord" };
    expect(verdictOn(narrow, full, full).causes.map(({ id }) => id)).toEqual([
      `${endpointId}#policy[1]`,
      `${endpointId}#policy[2]`,
    ]);
  });
});

describe("a narrower policy passes", () => {
  it.each([
    { Action: ["kinesis:PutRecord", "kinesis:Get*"] },
    { Action: undefined, NotAction: "kinesis:DeleteStream" },
    { Action: undefined, NotAction: "*" },
    { Action: undefined, NotAction: "kin*:Delete*" },
    { Principal: { AWS: accountId } },
    { Principal: { Service: "*" } },
    { Principal: undefined },
    { Resource: `arn:aws:kinesis:${region}:${accountId}:*` },
    { Resource: `arn:aws:kinesis:us-east-1:*:stream/*` },
    { Resource: undefined },
    { Resource: undefined, NotResource: "arn:aws:kinesis:*" },
    { Effect: "Deny" },
  ])("with %j", (change) => {
    expect(verdictOn({ ...full, ...change }).status).toBe("pass");
  });
});

describe("bounded on both sides passes", () => {
  it.each([
    { "aws:PrincipalOrgID": organizationId, "aws:ResourceOrgID": organizationId },
    { "aws:PrincipalAccount": [accountId], "aws:ResourceAccount": accountId },
    { "aws:principalorgid": organizationId, "AWS:RESOURCEACCOUNT": accountId },
    { "aws:PrincipalOrgID": organizationId, "aws:ResourceOrgID": "${aws:PrincipalOrgID}" },
  ])("by StringEquals %j", (values) => {
    expect(underCondition("StringEquals", values).status).toBe("pass");
  });

  it("by paths of the organization", () => {
    const paths = {
      "aws:PrincipalOrgPaths": `${organizationId}/r-1/*`,
      "aws:ResourceOrgPaths": `${organizationId}/*`,
    };
    expect(underCondition("ForAnyValue:StringLike", paths).status).toBe("pass");
  });

  it("by Deny statements for everybody else", () => {
    const refuse = (key: string) => ({
      ...full,
      Effect: "Deny",
      Condition: { StringNotEqualsIfExists: { [key]: organizationId } },
    });
    const spare = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
    const streams = refuse("aws:ResourceOrgID");
    const callers = { ...refuse("aws:PrincipalOrgID") };
    expect(
      verdictOn(full, streams, { ...callers, Condition: { ...callers.Condition, ...spare } }).status,
    ).toBe("pass");
    expect(verdictOn(full, streams)).toMatchObject({ status: "fail", severity: "low" });
    const elsewhere = {
      ...callers,
      Condition: { ...callers.Condition, Bool: { "aws:SecureTransport": "true" } },
    };
    expect(verdictOn(full, streams, elsewhere)).toMatchObject({ status: "fail", severity: "low" });
    expect(verdictOn(full, { ...full, Effect: "Deny", Condition: spare }).severity).toBe("medium");
    expect(verdictOn(full, streams, { ...callers, Resource: "arn:aws:s3:::x" }).severity).toBe("low");
  });

  it("but not by a Deny of those that are named", () => {
    const deny = {
      ...full,
      Effect: "Deny",
      Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId } },
    };
    expect(verdictOn(full, deny).severity).toBe("medium");
  });
});

describe("bounded on one side is low", () => {
  it("for callers", () => {
    expect(underCondition("StringEquals", { "aws:PrincipalOrgID": organizationId })).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: `The policy of ${endpointId} bounds the callers, but lets them reach the streams of every account.`,
    });
  });

  it("for streams", () => {
    expect(underCondition("StringLike", { "aws:ResourceAccount": accountId })).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: `The policy of ${endpointId} bounds the streams, but lets callers of every account reach them.`,
    });
  });
});

describe("a condition that bounds nothing does not help", () => {
  it.each([
    { operator: "StringNotEquals", value: organizationId },
    { operator: "StringEqualsIfExists", value: organizationId },
    { operator: "ForAllValues:StringEquals", value: organizationId },
    { operator: "Null", value: "false" },
    { operator: "StringLike", value: "*" },
    { operator: "StringLike", value: "o-*" },
    { operator: "StringLike", value: ["o-1", "o-?"] },
    { operator: "StringEquals", value: "${aws:ResourceOrgID}" },
    { operator: "StringEquals", value: organizationId, key: "aws:PrincipalTag/org" },
  ])("$operator $key $value", ({ operator, value, key = "aws:PrincipalOrgID" }) => {
    expect(underCondition(operator, { [key]: value })).toMatchObject({ status: "fail", severity: "medium" });
  });
});

it("does not take a policy that was not read, or is not understood, for a narrow one", () => {
  const vpcEndpoints = read([buildEndpoint({ policy: denied("ec2:DescribeVpcEndpoints") })]);
  expect(verdictOf(endpointPolicyNarrow, { region: { vpcEndpoints } }).status).toBe("unknown");
  expect(verdictOfText("{")).toMatchObject({
    status: "unknown",
    gaps: [
      {
        action: "ec2:DescribeVpcEndpoints",
        reason: "malformed",
        resource: endpointId,
        region,
        message: expect.stringMatching(/^The policy of vpce-0a1 cannot be read: line 1, column 2: /),
      },
    ],
  });
});
