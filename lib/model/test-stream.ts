import type { Channel } from "@/lib/model/channel";
import type { Consumer, Stream } from "@/lib/model/stream";
import type { KmsGrant, KmsKey } from "@/lib/model/kms-key";
import { accountId, read, region } from "@/lib/model/test-place";

export const streamArn = `arn:aws:kinesis:${region}:${accountId}:stream/orders`;
export const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";
export const keyArn = `arn:aws:kms:${region}:${accountId}:key/${keyId}`;

/** A stream that passes every check. */
export function buildStream(change: Partial<Stream> = {}): Stream {
  return {
    arn: streamArn,
    name: "orders",
    accountId,
    region,
    status: read("ACTIVE"),
    mode: read("on-demand"),
    retentionHours: read(168),
    createdAt: read("2026-01-01T00:00:00.000Z"),
    encryption: read({ type: "kms", keyReference: keyArn }),
    openShardCount: read(4),
    channelCount: read(0),
    consumers: read([]),
    tags: read({ environment: "production", owner: "orders-team" }, "tag:GetResources"),
    resourcePolicy: read(null, "kinesis:GetResourcePolicy"),
    ...change,
  };
}

export function buildConsumer(change: Partial<Consumer> = {}): Consumer {
  return {
    arn: `${streamArn}/consumer/billing:1767225600`,
    name: "billing",
    status: "ACTIVE",
    resourcePolicy: read(null, "kinesis:GetResourcePolicy"),
    ...change,
  };
}

/** A channel of the stream to a bucket of this account. */
export function buildChannel(change: Partial<Channel> = {}): Channel {
  const action = "kinesis:DescribeChannel";
  const bucketArn = "arn:aws:s3:::orders-archive";
  return {
    arn: `arn:aws:kinesis:${region}:${accountId}:channel/1a2b3c4d-orders-archive`,
    name: "orders-archive",
    status: "ACTIVE",
    destinationType: "S3",
    streamArns: [streamArn],
    roleArn: read(`arn:aws:iam::${accountId}:role/orders-archive`, action),
    bucketArn,
    expectedBucketOwner: read(accountId, action),
    tableBucketArns: read([], action),
    deadLetterBucket: read({ arn: bucketArn, expectedOwner: accountId }, action),
    ...change,
  };
}

/** A customer managed key that passes every check. */
export function buildKey(change: Partial<KmsKey> = {}): KmsKey {
  return {
    arn: keyArn,
    keyId,
    accountId,
    region,
    aliasNames: ["alias/orders"],
    metadata: read(buildKeyMetadata(), "kms:DescribeKey"),
    policy: read('{"Version":"2012-10-17","Statement":[]}', "kms:GetKeyPolicy"),
    rotation: read({ enabled: true, periodDays: 365 }, "kms:GetKeyRotationStatus"),
    grants: read([], "kms:ListGrants"),
    ...change,
  };
}

/** A grant to a role of this account. */
export function buildGrant(change: Partial<KmsGrant> = {}): KmsGrant {
  return {
    id: "0c237476b39f8bc44e45212e08498fbe3151305030726c0590dd8d3e9f3d6a60",
    granteePrincipal: `arn:aws:iam::${accountId}:role/producer`,
    operations: ["GenerateDataKey"],
    ...change,
  };
}

type Metadata = Extract<KmsKey["metadata"], { known: true }>["value"] & {};

export function buildKeyMetadata(change: Partial<Metadata> = {}): Metadata {
  const action = "kms:DescribeKey";
  return {
    manager: read("customer", action),
    state: read("Enabled", action),
    origin: read("AWS_KMS", action),
    spec: read("SYMMETRIC_DEFAULT", action),
    ...change,
  };
}
