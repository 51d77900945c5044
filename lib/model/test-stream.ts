import type { Consumer, Stream } from "@/lib/model/stream";
import type { KmsKey } from "@/lib/model/kms-key";
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
