import { parse, type ParseError } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { buildDemoAccount } from "./build-demo-account";
import { brokenPolicyName } from "./policies-unreadable";
import { allDocuments } from "./test-documents";

const account = buildDemoAccount();
const { users, groups, roles, policies } = account.iam;
const identities = [...users, ...groups, ...roles];
const documents = allDocuments(account);

describe("the policies of the demo account", () => {
  it("are there for every attachment and boundary, and none is unused", () => {
    const arns = policies.map(({ Arn }) => Arn);
    const attached = identities.flatMap(({ AttachedManagedPolicies = [] }) =>
      AttachedManagedPolicies.map(({ PolicyArn }) => PolicyArn),
    );
    const boundaries = [...users, ...roles].flatMap(
      ({ PermissionsBoundary: boundary }) => boundary?.PermissionsBoundaryArn ?? [],
    );
    expect(new Set(arns)).toEqual(new Set([...attached, ...boundaries]));
    expect(new Set(arns).size).toBe(arns.length);
  });

  it("have one default version, the one that they name", () => {
    for (const { DefaultVersionId, PolicyVersionList = [] } of policies) {
      const defaults = PolicyVersionList.filter(({ IsDefaultVersion }) => IsDefaultVersion);
      expect(defaults.map(({ VersionId }) => VersionId)).toEqual([DefaultVersionId]);
      expect(PolicyVersionList.length).toBeLessThanOrEqual(5);
    }
  });

  it("are JSON with a statement, but for one", () => {
    const broken = documents.filter(({ text }) => !isPolicy(text));
    expect(broken.map(({ name }) => name)).toEqual([brokenPolicyName]);
  });

  it("come pretty-printed and on one line", () => {
    expect(documents.some(({ text }) => text.includes("\n    "))).toBe(true);
    expect(documents.some(({ text }) => !text.includes("\n"))).toBe(true);
  });

  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
  it("consist of the characters that IAM allows", () => {
    const refused = documents.filter(({ text }) => !/^[\t\n\r -\u00FF]+$/u.test(text));
    expect(refused).toEqual([]);
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  it("stay within the sizes of IAM and Kinesis, white space not counted where IAM does not", () => {
    const versions = policies.flatMap(({ PolicyVersionList = [] }) => PolicyVersionList);
    for (const { Document } of versions) expect(sizeOf(Document)).toBeLessThanOrEqual(6144);
    for (const { UserPolicyList } of users) expect(totalSize(UserPolicyList)).toBeLessThanOrEqual(2048);
    for (const { GroupPolicyList } of groups) expect(totalSize(GroupPolicyList)).toBeLessThanOrEqual(5120);
    for (const { RolePolicyList } of roles) expect(totalSize(RolePolicyList)).toBeLessThanOrEqual(10_240);
    for (const { AssumeRolePolicyDocument: trust } of roles) expect(trust?.length).toBeLessThanOrEqual(2048);
    for (const { text } of documents) expect(text.length).toBeLessThanOrEqual(20_480);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
describe("the identities of the demo account", () => {
  it("have names that IAM accepts", () => {
    const short = [...users.map(({ UserName }) => UserName), ...roles.map(({ RoleName }) => RoleName)];
    const long = [
      ...groups.map(({ GroupName }) => GroupName),
      ...policies.map(({ PolicyName }) => PolicyName),
    ];
    for (const name of short) expect(name).toMatch(/^[\w+=,.@-]{1,64}$/);
    for (const name of long) expect(name).toMatch(/^[\w+=,.@-]{1,128}$/);
  });

  it("have no more managed policies and groups than IAM attaches, and only groups that are there", () => {
    for (const { AttachedManagedPolicies } of identities) {
      expect(AttachedManagedPolicies?.length).toBeLessThanOrEqual(10);
    }
    const memberships = users.flatMap(({ GroupList = [] }) => GroupList);
    expect(groups.map(({ GroupName }) => GroupName)).toEqual(expect.arrayContaining(memberships));
  });
});

function isPolicy(text: string): boolean {
  const errors: ParseError[] = [];
  const document: unknown = parse(text, errors, { allowTrailingComma: false, disallowComments: true });
  return errors.length === 0 && typeof document === "object" && document !== null && "Statement" in document;
}

function sizeOf(document: string | undefined): number {
  return (document ?? "").replaceAll(/\s/g, "").length;
}

function totalSize(inline: readonly { readonly PolicyDocument?: string | undefined }[] = []): number {
  return inline.reduce((total, { PolicyDocument }) => total + sizeOf(PolicyDocument), 0);
}
