import "server-only";
import { z } from "zod";
import { decodePolicyDocument } from "@/lib/collectors/policy-document-text";

/** The SDK leaves out lists that the answer does not have, which is how IAM says "none". */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const documentSchema = z.string().transform(decodePolicyDocument);
const inlineSchema = z.object({ PolicyName: z.string(), PolicyDocument: documentSchema });
const attachedSchema = z.object({ PolicyArn: z.string() });
const boundarySchema = z.object({ PermissionsBoundaryArn: z.string().nullish() });
const tagSchema = z.object({ Key: z.string(), Value: z.string().nullish() });

const principalShape = {
  Arn: z.string(),
  Path: z.string().nullish(),
  CreateDate: z.date().nullish(),
  AttachedManagedPolicies: listOf(attachedSchema),
};

const userSchema = z.object({
  ...principalShape,
  UserName: z.string(),
  UserId: z.string(),
  UserPolicyList: listOf(inlineSchema),
  GroupList: listOf(z.string()),
  PermissionsBoundary: boundarySchema.nullish(),
  Tags: listOf(tagSchema),
});

const groupSchema = z.object({
  ...principalShape,
  GroupName: z.string(),
  GroupId: z.string(),
  GroupPolicyList: listOf(inlineSchema),
});

const roleSchema = z.object({
  ...principalShape,
  RoleName: z.string(),
  RoleId: z.string(),
  AssumeRolePolicyDocument: documentSchema,
  RolePolicyList: listOf(inlineSchema),
  InstanceProfileList: listOf(z.object({ Arn: z.string() })),
  PermissionsBoundary: boundarySchema.nullish(),
  RoleLastUsed: z.object({ LastUsedDate: z.date().nullish() }).nullish(),
  Tags: listOf(tagSchema),
});

const versionSchema = z.object({
  VersionId: z.string().nullish(),
  IsDefaultVersion: z.boolean().nullish(),
  Document: documentSchema.nullish(),
});

const policySchema = z.object({
  Arn: z.string(),
  PolicyName: z.string().nullish(),
  DefaultVersionId: z.string().nullish(),
  UpdateDate: z.date().nullish(),
  PolicyVersionList: listOf(versionSchema),
});

/** A page of `GetAccountAuthorizationDetails`; `IsTruncated` is what an empty or foreign body lacks. */
export const iamPageSchema = z.object({
  IsTruncated: z.boolean(),
  Marker: z.string().nullish(),
  UserDetailList: listOf(userSchema),
  GroupDetailList: listOf(groupSchema),
  RoleDetailList: listOf(roleSchema),
  Policies: listOf(policySchema),
});

export type IamPage = z.infer<typeof iamPageSchema>;
export type UserAnswer = z.infer<typeof userSchema>;
export type GroupAnswer = z.infer<typeof groupSchema>;
export type RoleAnswer = z.infer<typeof roleSchema>;
export type PolicyAnswer = z.infer<typeof policySchema>;
