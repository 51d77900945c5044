import type { AliasListEntry } from "@aws-sdk/client-kms";
import type { KeyFacts } from "../account-facts";
import { buildAlias, buildAwsKinesisKey, buildKey, delegateToAccount, yearly } from "./build-key";
import { at, euWest1, organizationAccountIds, roleArn, streamArn } from "./identifiers";
import { euKeyIds } from "./key-ids";
import { paymentsRoleArns } from "./payments-role-names";
import { pretty } from "./policy-document";

const region = euWest1;
const ledgerThroughKinesis = {
  StringEquals: {
    "kms:ViaService": `kinesis.${region}.amazonaws.com`,
    "kms:EncryptionContext:aws:kinesis:arn": streamArn(region, "payments-ledger"),
  },
};

export function euKeys(): KeyFacts[] {
  return [paymentsLedger(), customerProfile(), buildAwsKinesisKey(region, euKeyIds.awsKinesis, "2025-09-16")];
}

export function euAliases(): AliasListEntry[] {
  return [
    buildAlias(region, "alias/aws/kinesis", "2025-09-16", euKeyIds.awsKinesis),
    buildAlias(region, "alias/customer-profile", "2026-02-09", euKeyIds.customerProfile),
    buildAlias(region, "alias/payments-ledger", "2026-01-12", euKeyIds.paymentsLedger),
  ];
}

/** The key as it should be: rotated, and used through Kinesis for one stream by the roles that need it. */
function paymentsLedger(): KeyFacts {
  return buildKey({
    region,
    keyId: euKeyIds.paymentsLedger,
    createdOn: "2026-01-12",
    description: "Records of payments-ledger",
    rotation: yearly,
    policy: pretty(
      delegateToAccount,
      {
        Sid: "Lifecycle of the key",
        Effect: "Allow",
        Principal: { AWS: paymentsRoleArns.keyAdmin },
        Action: [
          "kms:DescribeKey",
          "kms:EnableKeyRotation",
          "kms:DisableKey",
          "kms:ScheduleKeyDeletion",
          "kms:CancelKeyDeletion",
        ],
        Resource: "*",
      },
      {
        Sid: "Producers encrypt",
        Effect: "Allow",
        Principal: { AWS: paymentsRoleArns.producer },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: ledgerThroughKinesis,
      },
      {
        Sid: "Consumers decrypt",
        Effect: "Allow",
        Principal: { AWS: paymentsRoleArns.consumer },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: ledgerThroughKinesis,
      },
    ),
  });
}

/** Imported material that expires: Kinesis cannot read the stream after that day. */
function customerProfile(): KeyFacts {
  return buildKey({
    region,
    keyId: euKeyIds.customerProfile,
    createdOn: "2026-02-09",
    description: "Customer profile changes, material from the company's HSM",
    rotation: "unsupported",
    metadata: { Origin: "EXTERNAL", ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: at("2026-09-20") },
    policy: pretty(delegateToAccount, {
      Sid: "Analytics reads profile changes",
      Effect: "Allow",
      Principal: { AWS: roleArn("profile-insights", "/", organizationAccountIds.analytics) },
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": `kinesis.${region}.amazonaws.com` } },
    }),
  });
}
