import type { AccountSnapshot, RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import { buildInventory } from "@/lib/model/test-iam";
import { buildEventRule, buildTrail } from "@/lib/model/test-logging";
import { buildEndpoint, buildSecurityGroup, buildSubnets, vpcId } from "@/lib/model/test-network";
import { buildFunction, buildServiceUse } from "@/lib/model/test-workloads";
import { buildOrganizationPolicies } from "@/lib/model/test-organization";
import {
  accountId,
  managementAccountId,
  memberAccountId,
  organizationId,
  read,
  region,
  scannedAt,
} from "@/lib/model/test-place";
import { buildKey, buildStream, keyArn, keyId } from "@/lib/model/test-stream";

/** A Region with one stream, its key and an endpoint: every check passes. */
export function buildRegion(change: Partial<RegionSnapshot> = {}): RegionSnapshot {
  return {
    region,
    streams: read([buildStream()], "kinesis:ListStreams"),
    channels: read([], "kinesis:ListChannels"),
    aliases: read(
      [{ name: "alias/orders", arn: keyArn.replace(/key\/.*/, "alias/orders"), targetKeyId: keyId }],
      "kms:ListAliases",
    ),
    keys: read([buildKey()], "kms:DescribeKey"),
    vpcEndpoints: read([buildEndpoint()], "ec2:DescribeVpcEndpoints"),
    securityGroups: read([buildSecurityGroup()], "ec2:DescribeSecurityGroups"),
    subnets: read(buildSubnets(), "ec2:DescribeSubnets"),
    vpcs: read([{ id: vpcId, isDefault: false }], "ec2:DescribeVpcs"),
    routeTables: read([], "ec2:DescribeRouteTables"),
    prefixLists: read([], "ec2:DescribeManagedPrefixLists"),
    hostedZones: read([], "route53:ListHostedZonesByVPC"),
    deliveryStreams: read([], "firehose:ListDeliveryStreams"),
    trails: read([buildTrail()], "cloudtrail:DescribeTrails"),
    eventDataStores: read([], "cloudtrail:ListEventDataStores"),
    eventRules: read([buildEventRule()], "events:ListRules"),
    pipes: read([], "pipes:ListPipes"),
    instances: read([], "ec2:DescribeInstances"),
    functions: read([buildFunction()], "lambda:ListFunctions"),
    eventSourceMappings: read([], "lambda:ListEventSourceMappings"),
    ecsServices: read([], "ecs:ListClusters"),
    eksClusters: read([], "eks:ListClusters"),
    encryptionEvents: read([], "cloudtrail:LookupEvents"),
    ...change,
  };
}

export function buildAccount(change: Partial<AccountSnapshot> = {}): AccountSnapshot {
  return {
    accountId,
    identityArn: `arn:aws:sts::${accountId}:assumed-role/weir-auditor/scan`,
    partition: "aws",
    enabledRegions: read([region], "ec2:DescribeRegions"),
    organization: read(
      {
        id: organizationId,
        arn: `arn:aws:organizations::${managementAccountId}:organization/${organizationId}`,
        managementAccountId,
      },
      "organizations:DescribeOrganization",
    ),
    organizationAccountIds: read(
      [accountId, managementAccountId, memberAccountId],
      "organizations:ListAccounts",
    ),
    organizationPolicies: read(buildOrganizationPolicies(), "organizations:ListPoliciesForTarget"),
    iam: read(buildInventory(), "iam:GetAccountAuthorizationDetails"),
    accountSummary: read({ rootAccessKeysPresent: 0 }, "iam:GetAccountSummary"),
    accessKeys: read([], "iam:ListAccessKeys"),
    serviceUses: read([buildServiceUse()], "iam:GetServiceLastAccessedDetails"),
    regions: [buildRegion()],
    ...change,
  };
}

export function buildSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    schemaVersion: 1,
    tool: { name: "weir", version: "0.0.0" },
    scanId: "scan-1",
    startedAt: "2026-11-01T11:59:00.000Z",
    finishedAt: scannedAt,
    source: { kind: "demo" },
    accounts: [buildAccount()],
    calls: [],
    ...change,
  };
}
