import type { IamFacts } from "../account-facts";

const createdAt = new Date("2026-03-04T05:06:07Z");
const account = "arn:aws:iam::111122223333";

const trustPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::999988887777:root" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "sts:ExternalId": "weir-(1)" } },
    },
  ],
});

/** Holds every character that URL-encoding treats apart, and text beyond ASCII. */
export const inlinePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Sid: "100%+ (it's) Größe!", Effect: "Allow", Action: "kinesis:*", Resource: "*", Condition: {} },
  ],
});

const inline = { PolicyName: "inline", PolicyDocument: inlinePolicy };
const attached = { PolicyName: "ReadOnlyAccess", PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" };
const reader = {
  Path: "/",
  RoleName: "reader",
  RoleId: "AROAREADERREADERREAD",
  Arn: `${account}:role/reader`,
  CreateDate: createdAt,
  AssumeRolePolicyDocument: trustPolicy,
};

export const testIam: IamFacts = {
  users: [
    {
      Path: "/",
      UserName: "auditor",
      UserId: "AIDAAUDITORAUDITORAU",
      Arn: `${account}:user/auditor`,
      CreateDate: createdAt,
      UserPolicyList: [inline],
      GroupList: ["auditors"],
      AttachedManagedPolicies: [attached],
      PermissionsBoundary: {
        PermissionsBoundaryType: "PermissionsBoundaryPolicy",
        PermissionsBoundaryArn: `${account}:policy/boundary`,
      },
      Tags: [{ Key: "team", Value: "<security> & trust" }],
    },
  ],
  groups: [
    {
      Path: "/",
      GroupName: "auditors",
      GroupId: "AGPAAUDITORSAUDITORS",
      Arn: `${account}:group/auditors`,
      CreateDate: createdAt,
      GroupPolicyList: [inline],
      AttachedManagedPolicies: [attached],
    },
  ],
  roles: [
    {
      ...reader,
      InstanceProfileList: [
        {
          Path: "/",
          InstanceProfileName: "reader",
          InstanceProfileId: "AIPAREADERREADERREAD",
          Arn: `${account}:instance-profile/reader`,
          CreateDate: createdAt,
          Roles: [reader],
        },
      ],
      RolePolicyList: [inline],
      AttachedManagedPolicies: [],
      RoleLastUsed: { LastUsedDate: createdAt, Region: "eu-central-1" },
      Tags: [],
    },
    { Path: "/ci/", RoleName: "deploy", RoleId: "AROADEPLOYDEPLOYDEPL", Arn: `${account}:role/ci/deploy` },
  ],
  accessKeys: {
    auditor: [
      {
        metadata: { AccessKeyId: "AKIAAUDITOR000000001", Status: "Active", CreateDate: createdAt },
        lastUsed: { LastUsedDate: createdAt, ServiceName: "kinesis", Region: "eu-central-1" },
      },
      { metadata: { AccessKeyId: "AKIAAUDITOR000000002", Status: "Inactive", CreateDate: createdAt } },
    ],
  },
  lastKinesisCallDaysAgo: { "arn:aws:iam::111122223333:role/reader": 12 },
  summary: { AccountAccessKeysPresent: 1, AccountMFAEnabled: 0, Users: 1 },
  policies: [
    {
      PolicyName: "boundary",
      PolicyId: "ANPABOUNDARYBOUNDARY",
      Arn: `${account}:policy/boundary`,
      Path: "/",
      DefaultVersionId: "v2",
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 1,
      IsAttachable: true,
      CreateDate: createdAt,
      UpdateDate: createdAt,
      PolicyVersionList: [
        { VersionId: "v2", IsDefaultVersion: true, Document: inlinePolicy, CreateDate: createdAt },
        { VersionId: "v1", IsDefaultVersion: false, Document: "{}", CreateDate: createdAt },
      ],
    },
    {
      PolicyName: "ReadOnlyAccess",
      PolicyId: "ANPAREADONLYREADONLY",
      Arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      Path: "/",
      DefaultVersionId: "v1",
      AttachmentCount: 2,
      IsAttachable: true,
      PolicyVersionList: [
        { VersionId: "v1", IsDefaultVersion: true, Document: inlinePolicy, CreateDate: createdAt },
      ],
    },
  ],
};
