import { z } from "zod";
import { tagsSchema } from "@/lib/model/tags";

/** A policy document as text, URL-decoded where AWS encodes it, otherwise untouched: evidence points into it. */
const documentTextSchema = z.string();

const inlinePolicySchema = z.object({ name: z.string(), document: documentTextSchema });

const principalShape = {
  arn: z.string(),
  name: z.string(),
  path: z.string(),
  id: z.string(),
  createdAt: z.string().exactOptional(),
  inlinePolicies: z.array(inlinePolicySchema),
  attachedPolicyArns: z.array(z.string()),
};

const iamUserSchema = z.object({
  ...principalShape,
  groupNames: z.array(z.string()),
  /** ARN of the permissions boundary. */
  boundaryArn: z.string().exactOptional(),
  tags: tagsSchema,
});

const iamGroupSchema = z.object(principalShape);

const iamRoleSchema = z.object({
  ...principalShape,
  trustPolicy: documentTextSchema,
  boundaryArn: z.string().exactOptional(),
  instanceProfileArns: z.array(z.string()),
  lastUsedAt: z.string().exactOptional(),
  tags: tagsSchema,
});

const managedPolicySchema = z.object({
  arn: z.string(),
  name: z.string(),
  awsManaged: z.boolean(),
  /** The default version's document; absent where the answer held no default version. */
  document: documentTextSchema.exactOptional(),
  defaultVersionId: z.string().exactOptional(),
  updatedAt: z.string().exactOptional(),
});

/**
 * Everything that `iam:GetAccountAuthorizationDetails` says of an account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export const iamInventorySchema = z.object({
  users: z.array(iamUserSchema),
  groups: z.array(iamGroupSchema),
  roles: z.array(iamRoleSchema),
  managedPolicies: z.array(managedPolicySchema),
});

export type InlinePolicy = z.infer<typeof inlinePolicySchema>;
export type IamUser = z.infer<typeof iamUserSchema>;
export type IamGroup = z.infer<typeof iamGroupSchema>;
export type IamRole = z.infer<typeof iamRoleSchema>;
export type ManagedPolicy = z.infer<typeof managedPolicySchema>;
export type IamInventory = z.infer<typeof iamInventorySchema>;
