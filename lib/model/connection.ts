import { z } from "zod";

const roleArnSchema = z
  .string()
  .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/, "must be the ARN of a role");

/** As sts:AssumeRole takes it: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const externalIdSchema = z
  .string()
  .regex(/^[\w+=,.@:/-]{2,1224}$/, "must be 2 to 1224 letters, digits or _+=,.@:/-");

/** Whether each role is of another account: an account that is read twice would take its quotas twice. */
function areApart(arns: readonly string[]): boolean {
  return new Set(arns.map((arn) => arn.split(":")[4])).size === arns.length;
}

/** Which accounts are read, where it is not the one of the identity that asks. */
export const accountsSchema = z
  .strictObject({
    /** Roles that the identity assumes, one of each account. */
    roleArns: z
      .array(roleArnSchema)
      .min(1, "must name a role")
      .max(1000)
      .refine(areApart, "must name one role of each account")
      .readonly()
      .exactOptional(),
    /** The role to assume in each active account of the organization; the identity's own account is read as it is. */
    roleName: z
      .string()
      .regex(/^[\w+=,.@/-]{1,512}$/, "must be the name of a role, with its path where it has one")
      .exactOptional(),
    /** What the roles' trust policies ask for. */
    externalId: externalIdSchema.exactOptional(),
  })
  .refine(
    ({ roleArns, roleName }) => (roleArns === undefined) !== (roleName === undefined),
    "must name either the roles or the name that they have in every account",
  );

/**
 * How an account is reached: names and ids, as people choose them. Credentials never stand in it, so it may be
 * kept and shown.
 */
export const connectionSchema = z.strictObject({
  profile: z
    .string()
    .regex(/^[\w+=,.@:/ -]{1,128}$/, "must be the name of a profile of the AWS configuration")
    .exactOptional(),
  roleArn: roleArnSchema.exactOptional(),
  externalId: externalIdSchema.exactOptional(),
  organizationRoleArn: roleArnSchema.exactOptional(),
  organizationExternalId: externalIdSchema.exactOptional(),
  accounts: accountsSchema.exactOptional(),
  regions: z
    .array(z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, "must be the name of a Region, e.g. eu-west-1"))
    .max(64)
    .readonly()
    .exactOptional(),
  allRegions: z.boolean().exactOptional(),
});

export type Connection = z.infer<typeof connectionSchema>;
