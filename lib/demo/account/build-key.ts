import type { AliasListEntry, GrantListEntry, KeyMetadata } from "@aws-sdk/client-kms";
import type { KeyFacts } from "../account-facts";
import { accountId, accountRootArn, aliasArn, at, keyArn } from "./identifiers";
import { pretty, type StatementText } from "./policy-document";

interface DemoKey {
  readonly region: string;
  readonly keyId: string;
  readonly createdOn: string;
  readonly description: string;
  readonly policy: string;
  readonly rotation: KeyFacts["rotation"];
  readonly grants?: readonly GrantListEntry[];
  /** What differs from an enabled symmetric customer managed key with AWS's own material. */
  readonly metadata?: Partial<KeyMetadata>;
}

export const yearly: KeyFacts["rotation"] = { enabled: true, periodInDays: 365 };
export const notRotated: KeyFacts["rotation"] = { enabled: false };

export function buildKey({
  region,
  keyId,
  createdOn,
  description,
  policy,
  rotation,
  grants = [],
  metadata,
}: DemoKey): KeyFacts {
  return {
    metadata: {
      AWSAccountId: accountId,
      KeyId: keyId,
      Arn: keyArn(region, keyId),
      CreationDate: at(createdOn),
      Enabled: true,
      Description: description,
      KeyUsage: "ENCRYPT_DECRYPT",
      KeyState: "Enabled",
      Origin: "AWS_KMS",
      KeyManager: "CUSTOMER",
      CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
      KeySpec: "SYMMETRIC_DEFAULT",
      EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
      MultiRegion: false,
      ...metadata,
    },
    policy,
    rotation: rotation === "unsupported" ? rotation : { ...rotation },
    grants,
  };
}

/** The key that AWS keeps for Kinesis in each Region; its policy cannot be changed. */
export function buildAwsKinesisKey(region: string, keyId: string, createdOn: string): KeyFacts {
  return buildKey({
    region,
    keyId,
    createdOn,
    description: "Default key that protects my Kinesis data when no other key is defined",
    rotation: yearly,
    metadata: { KeyManager: "AWS" },
    policy: pretty(
      {
        Sid: "Allow access through Kinesis for all principals in the account that are authorized to use Kinesis",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:CreateGrant",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:CallerAccount": accountId,
            "kms:ViaService": `kinesis.${region}.amazonaws.com`,
          },
        },
      },
      {
        Sid: "Allow direct access to key metadata to the account",
        Effect: "Allow",
        Principal: { AWS: accountRootArn(accountId) },
        Action: ["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"],
        Resource: "*",
      },
    ),
  });
}

export function buildAlias(
  region: string,
  aliasName: string,
  createdOn: string,
  targetKeyId?: string,
): AliasListEntry {
  return {
    AliasName: aliasName,
    AliasArn: aliasArn(region, aliasName),
    CreationDate: at(createdOn),
    LastUpdatedDate: at(createdOn),
    // Absent for an alias of AWS whose key nobody has used yet.
    ...(targetKeyId !== undefined && { TargetKeyId: targetKeyId }),
  };
}

/** Leaves the key to the account's own IAM policies: the statement with which the console begins every key policy. */
export const delegateToAccount: StatementText = {
  Sid: "Enable IAM User Permissions",
  Effect: "Allow",
  Principal: { AWS: accountRootArn(accountId) },
  Action: "kms:*",
  Resource: "*",
};
