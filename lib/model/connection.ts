import { z } from "zod";

const roleArnSchema = z
  .string()
  .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/, "must be the ARN of a role");

/** As sts:AssumeRole takes it: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const externalIdSchema = z
  .string()
  .regex(/^[\w+=,.@:/-]{2,1224}$/, "must be 2 to 1224 letters, digits or _+=,.@:/-");

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
  regions: z
    .array(z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, "must be the name of a Region, e.g. eu-west-1"))
    .max(64)
    .readonly()
    .exactOptional(),
  allRegions: z.boolean().exactOptional(),
});

export type Connection = z.infer<typeof connectionSchema>;
