import type { IamInventory } from "@/lib/model/iam-inventory";
import type { KmsKey } from "@/lib/model/kms-key";
import { known, missing } from "@/lib/model/observed";
import type { Gap, Observed } from "@/lib/model/observed";
import type { AccountSnapshot, RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

export const testAccountId = "111122223333";
const testRegion = "eu-west-1";

/** A fact as a collector would have read it. */
export function read<T>(value: T, action = "kinesis:DescribeStreamSummary"): Observed<T> {
  return known(value, { action, at: "2026-11-23T10:00:01.000Z" });
}

export function denied(action: string, resource?: string): Observed<never> {
  return missing(deniedGap(action, resource));
}

export function deniedGap(action: string, resource?: string): Gap {
  const message = `${action} was denied.`;
  return { action, reason: "access-denied", message, region: testRegion, ...(resource && { resource }) };
}

export function buildStream(name: string, stream: Partial<Stream> = {}): Stream {
  return {
    arn: `arn:aws:kinesis:${testRegion}:${testAccountId}:stream/${name}`,
    name,
    accountId: testAccountId,
    region: testRegion,
    status: read("ACTIVE"),
    mode: read("provisioned" as const),
    retentionHours: read(24),
    createdAt: read("2026-01-01T00:00:00.000Z"),
    encryption: read({ type: "none" as const }),
    openShardCount: read(1),
    channelCount: read(0),
    consumers: read([], "kinesis:ListStreamConsumers"),
    tags: read({}, "kinesis:ListTagsForStream"),
    resourcePolicy: read(null, "kinesis:GetResourcePolicy"),
    ...stream,
  };
}

export function buildRegion(
  streams: readonly Stream[],
  region: Partial<RegionSnapshot> = {},
): RegionSnapshot {
  return {
    region: testRegion,
    streams: read([...streams], "kinesis:ListStreams"),
    channels: read([], "kinesis:ListChannels"),
    aliases: read([], "kms:ListAliases"),
    keys: read([], "kms:DescribeKey"),
    vpcEndpoints: read([], "ec2:DescribeVpcEndpoints"),
    securityGroups: read([], "ec2:DescribeSecurityGroups"),
    subnets: read([], "ec2:DescribeSubnets"),
    vpcs: read([], "ec2:DescribeVpcs"),
    routeTables: read([], "ec2:DescribeRouteTables"),
    prefixLists: read([], "ec2:DescribeManagedPrefixLists"),
    hostedZones: read([], "route53:ListHostedZonesByVPC"),
    deliveryStreams: read([], "firehose:ListDeliveryStreams"),
    trails: read([], "cloudtrail:DescribeTrails"),
    eventDataStores: read([], "cloudtrail:ListEventDataStores"),
    eventRules: read([], "events:ListRules"),
    pipes: read([], "pipes:ListPipes"),
    instances: read([], "ec2:DescribeInstances"),
    functions: read([], "lambda:ListFunctions"),
    eventSourceMappings: read([], "lambda:ListEventSourceMappings"),
    ecsServices: read([], "ecs:ListClusters"),
    eksClusters: read([], "eks:ListClusters"),
    encryptionEvents: read([], "cloudtrail:LookupEvents"),
    ...region,
  };
}

const emptyIam: IamInventory = { users: [], groups: [], roles: [], managedPolicies: [] };

export function buildSnapshot(
  regions: RegionSnapshot[],
  account: Partial<AccountSnapshot> = {},
  snapshot: Partial<Snapshot> = {},
): Snapshot {
  return {
    schemaVersion: 1,
    tool: { name: "weir", version: "0.1.0" },
    scanId: "scan-1",
    startedAt: "2026-11-23T10:00:00.000Z",
    finishedAt: "2026-11-23T10:00:02.000Z",
    source: { kind: "aws" },
    accounts: [
      {
        accountId: testAccountId,
        identityArn: `arn:aws:sts::${testAccountId}:assumed-role/weir-auditor/scan`,
        partition: "aws",
        enabledRegions: read([testRegion], "ec2:DescribeRegions"),
        organization: read(null, "organizations:DescribeOrganization"),
        organizationAccountIds: read([], "organizations:ListAccounts"),
        organizationPolicies: read({ scps: [], rcps: [] }, "organizations:DescribeOrganization"),
        iam: read(emptyIam, "iam:GetAccountAuthorizationDetails"),
        accountSummary: read({ rootAccessKeysPresent: 0 }, "iam:GetAccountSummary"),
        accessKeys: read([], "iam:ListAccessKeys"),
        serviceUses: read([], "iam:GetServiceLastAccessedDetails"),
        regions,
        ...account,
      },
    ],
    calls: [{ operation: "kinesis:ListStreams", region: testRegion, count: 1, throttled: 0, share: 0.25 }],
    ...snapshot,
  };
}

export function buildKey(keyId: string, key: Partial<KmsKey> = {}): KmsKey {
  return {
    arn: `arn:aws:kms:${testRegion}:${testAccountId}:key/${keyId}`,
    keyId,
    accountId: testAccountId,
    region: testRegion,
    aliasNames: [],
    metadata: read(
      {
        manager: read("customer" as const, "kms:DescribeKey"),
        state: read("Enabled", "kms:DescribeKey"),
        origin: read("AWS_KMS", "kms:DescribeKey"),
        spec: read("SYMMETRIC_DEFAULT", "kms:DescribeKey"),
      },
      "kms:DescribeKey",
    ),
    policy: read('{"Version":"2012-10-17","Statement":[]}', "kms:GetKeyPolicy"),
    rotation: read({ enabled: true }, "kms:GetKeyRotationStatus"),
    grants: read([], "kms:ListGrants"),
    ...key,
  };
}
