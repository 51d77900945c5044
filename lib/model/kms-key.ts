import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

export const keyAliasSchema = z.object({
  name: z.string(),
  arn: z.string(),
  /** Absent for a predefined `alias/aws/…` that the account has not used yet. */
  targetKeyId: z.string().exactOptional(),
});

const keyMetadataSchema = z.object({
  manager: observedSchema(z.enum(["aws", "customer"])),
  /** `Enabled`, `Disabled`, `PendingDeletion`, … as KMS spells it. */
  state: observedSchema(z.string()),
  /** `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM`, `EXTERNAL_KEY_STORE`. */
  origin: observedSchema(z.string()),
  /** `SYMMETRIC_DEFAULT`, `RSA_2048`, `HMAC_256`, … */
  spec: observedSchema(z.string()),
  multiRegion: z.boolean().exactOptional(),
  deletionAt: z.string().exactOptional(),
  /** When imported key material expires. */
  validTo: z.string().exactOptional(),
  createdAt: z.string().exactOptional(),
  description: z.string().exactOptional(),
});

/**
 * Lets a principal use a key without any policy that says so.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html
 */
const kmsGrantSchema = z.object({
  id: z.string(),
  name: z.string().exactOptional(),
  /** ARN of a principal, or the name of a service. */
  granteePrincipal: z.string(),
  retiringPrincipal: z.string().exactOptional(),
  /** `Decrypt`, `GenerateDataKey`, … as KMS spells them. */
  operations: z.array(z.string()),
  encryptionContextEquals: z.record(z.string(), z.string()).exactOptional(),
  encryptionContextSubset: z.record(z.string(), z.string()).exactOptional(),
  /** The grant holds only for requests that a service makes on behalf of this resource. */
  sourceArn: z.string().exactOptional(),
  createdAt: z.string().exactOptional(),
});

/** A KMS key that at least one stream is encrypted with. */
export const kmsKeySchema = z.object({
  arn: z.string(),
  keyId: z.string(),
  /** The account that owns the key; another than the stream's for a shared key. */
  accountId: z.string(),
  region: z.string(),
  aliasNames: z.array(z.string()),
  /** Null: KMS says that there is no such key. */
  metadata: observedSchema(keyMetadataSchema.nullable()),
  policy: observedSchema(z.string()),
  /** Null: rotation does not exist for this kind of key. */
  rotation: observedSchema(
    z.object({ enabled: z.boolean(), periodDays: z.number().int().exactOptional() }).nullable(),
  ),
  grants: observedSchema(z.array(kmsGrantSchema)),
});

export type KeyAlias = z.infer<typeof keyAliasSchema>;
export type KeyMetadata = z.infer<typeof keyMetadataSchema>;
export type KmsGrant = z.infer<typeof kmsGrantSchema>;
export type KmsKey = z.infer<typeof kmsKeySchema>;
