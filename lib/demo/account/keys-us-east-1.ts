import type { AliasListEntry } from "@aws-sdk/client-kms";
import type { KeyFacts } from "../account-facts";
import { buildAlias, buildAwsKinesisKey, buildKey, delegateToAccount, notRotated, yearly } from "./build-key";
import {
  accountId,
  accountRootArn,
  at,
  keyArn,
  organizationAccountIds,
  outsideAccountIds,
  roleArn,
  streamArn,
  usEast1,
} from "./identifiers";
import { usKeyIds } from "./key-ids";
import { otherUsKeys } from "./keys-us-east-1-unrelated";
import { minified, pretty } from "./policy-document";

const region = usEast1;
const throughKinesis = { "kms:ViaService": `kinesis.${region}.amazonaws.com` };

export function usKeys(): KeyFacts[] {
  return [
    orders(),
    fraud(),
    audit(),
    inventory(),
    search(),
    sharedData(),
    buildAwsKinesisKey(region, usKeyIds.awsKinesis, "2019-05-20"),
    ...otherUsKeys(),
  ];
}

export function usAliases(): AliasListEntry[] {
  return [
    buildAlias(region, "alias/audit-trail", "2023-05-02", usKeyIds.audit),
    buildAlias(region, "alias/aws/dynamodb", "2019-05-20"),
    buildAlias(region, "alias/aws/kinesis", "2019-05-20", usKeyIds.awsKinesis),
    buildAlias(region, "alias/data-lake", "2021-02-11", usKeyIds.dataLake),
    buildAlias(region, "alias/fraud", "2025-06-10", usKeyIds.fraud),
    buildAlias(region, "alias/inventory", "2019-12-10", usKeyIds.inventory),
    buildAlias(region, "alias/orders-events", "2020-09-28", usKeyIds.orders),
    buildAlias(region, "alias/release-signing", "2023-01-09", usKeyIds.releaseSigning),
    buildAlias(region, "alias/search-index", "2025-03-03", usKeyIds.search),
    buildAlias(region, "alias/shared-data", "2024-08-05", usKeyIds.sharedData),
  ];
}

/** Never rotated, managed by a role that also reads the records, and open to an account outside. */
function orders(): KeyFacts {
  return buildKey({
    region,
    keyId: usKeyIds.orders,
    createdOn: "2020-09-28",
    description: "orders-events (owner: <b>orders team</b>)",
    rotation: notRotated,
    policy: pretty(
      delegateToAccount,
      {
        Sid: "Allow orders team",
        Effect: "Allow",
        Principal: { AWS: roleArn("orders-stream-processor") },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "Temporary, partner migration",
        Effect: "Allow",
        Principal: { AWS: accountRootArn(outsideAccountIds.fulfilmentPartner) },
        Action: ["kms:Decrypt", "kms:DescribeKey"],
        Resource: "*",
      },
    ),
  });
}

/** About to be deleted, with a grant that somebody outside still holds. */
function fraud(): KeyFacts {
  return buildKey({
    region,
    keyId: usKeyIds.fraud,
    createdOn: "2025-06-10",
    description: "fraud-signals",
    rotation: notRotated,
    metadata: { Enabled: false, KeyState: "PendingDeletion", DeletionDate: at("2026-09-21") },
    policy: minified(delegateToAccount),
    grants: [
      {
        KeyId: keyArn(region, usKeyIds.fraud),
        GrantId: "6f1c0d8e2b7a4953c8e1f0a7d2b6c4e9513f7a8d0c2e4b6f8a1d3c5e7f9b0a2c",
        Name: "vendor-model-training",
        CreationDate: at("2025-07-15"),
        GranteePrincipal: roleArn("model-training", "/", outsideAccountIds.monitoringVendor),
        IssuingAccount: accountRootArn(accountId),
        Operations: ["Decrypt", "DescribeKey"],
      },
    ],
  });
}

/** Its policy is not for the scanning role to read; see demo-faults.ts. */
function audit(): KeyFacts {
  return buildKey({
    region,
    keyId: usKeyIds.audit,
    createdOn: "2023-05-02",
    description: "Sealed: audit-trail",
    rotation: yearly,
    policy: minified({
      Sid: "Security team only",
      Effect: "Allow",
      Principal: { AWS: roleArn("key-custodian", "/", organizationAccountIds.security) },
      Action: "kms:*",
      Resource: "*",
    }),
  });
}

/** Open to everybody, and for that reason disabled. */
function inventory(): KeyFacts {
  return buildKey({
    region,
    keyId: usKeyIds.inventory,
    createdOn: "2019-12-10",
    description: "inventory",
    rotation: notRotated,
    metadata: { Enabled: false, KeyState: "Disabled" },
    policy: minified(delegateToAccount, {
      Sid: "batch",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
    }),
  });
}

/** A multi-Region key; everybody, but of this account and through Kinesis. */
function search(): KeyFacts {
  return buildKey({
    region,
    keyId: usKeyIds.search,
    createdOn: "2025-03-03",
    description: "search-index-updates",
    rotation: yearly,
    metadata: {
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: "PRIMARY",
        PrimaryKey: { Arn: keyArn(region, usKeyIds.search), Region: region },
        ReplicaKeys: [],
      },
    },
    policy: pretty(delegateToAccount, {
      Sid: "Through Kinesis for this account",
      Effect: "Allow",
      Principal: "*",
      Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
      Resource: "*",
      Condition: { StringEquals: { "kms:CallerAccount": accountId, ...throughKinesis } },
    }),
  });
}

/** Shared with one role of the organization, by policy and by grant. */
function sharedData(): KeyFacts {
  const analytics = roleArn("shipment-reports", "/", organizationAccountIds.analytics);
  return buildKey({
    region,
    keyId: usKeyIds.sharedData,
    createdOn: "2024-08-05",
    description: "Streams shared within the organization",
    rotation: { enabled: true, periodInDays: 180 },
    policy: pretty(delegateToAccount, {
      Sid: "Analytics reads shared streams",
      Effect: "Allow",
      Principal: { AWS: analytics },
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: "*",
      Condition: { StringEquals: throughKinesis },
    }),
    grants: [
      {
        KeyId: keyArn(region, usKeyIds.sharedData),
        GrantId: "a9d3f5b7c1e04862d7f9b1a3c5e7092846fb8d0a2c4e6f80b1d3a5c7e9f10b3d",
        Name: "shipment-reports",
        CreationDate: at("2025-01-20"),
        GranteePrincipal: analytics,
        RetiringPrincipal: accountRootArn(accountId),
        IssuingAccount: accountRootArn(accountId),
        Operations: ["Decrypt"],
        Constraints: {
          EncryptionContextSubset: { "aws:kinesis:arn": streamArn(region, "shipment-tracking") },
        },
      },
    ],
  });
}
