import type { IamRole, ManagedPolicy } from "@/lib/model/iam-inventory";
import type { KmsKey } from "@/lib/model/kms-key";
import { known, type Observed } from "@/lib/model/observed";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";

const accountId = "111122223333";
const region = "us-east-1";
const at = "2026-11-02T10:00:00.000Z";
const streamsPerTeam = 10;
const wideReaders = 10;

/**
 * An account as large ones are: teams of ten streams with a key and four roles of their own, which reach the team's
 * streams by name and by tag; ten of the readers reach every stream.
 */
export function largeSnapshot(streamCount: number): Snapshot {
  const teams = Array.from(
    { length: Math.ceil(streamCount / streamsPerTeam) },
    (_, index) => `team-${index}`,
  );
  const streams = Array.from({ length: streamCount }, (_, index) => streamOf(index));
  return {
    schemaVersion: 1,
    tool: { name: "weir", version: "0.1.0" },
    scanId: "11111111-2222-4333-8444-555555555555",
    startedAt: at,
    finishedAt: at,
    source: { kind: "aws" },
    accounts: [
      {
        accountId,
        identityArn: `arn:aws:sts::${accountId}:assumed-role/weir-auditor/weir-scan`,
        partition: "aws",
        enabledRegions: read([region]),
        organization: read(null),
        organizationAccountIds: read([]),
        organizationPolicies: read({ scps: [], rcps: [] }),
        iam: read({
          users: [],
          groups: [],
          roles: teams.flatMap(rolesOf),
          managedPolicies: teams.flatMap(policiesOf),
        }),
        accountSummary: read({ rootAccessKeysPresent: 0 }),
        accessKeys: read([]),
        serviceUses: read([]),
        regions: [regionOf(streams, teams.map(keyOf))],
      },
    ],
    calls: [],
  };
}

function read<T>(value: T): Observed<T> {
  return known(value, { action: "kinesis:DescribeStreamSummary", at });
}

function regionOf(streams: Stream[], keys: KmsKey[]): RegionSnapshot {
  return {
    region,
    streams: read(streams),
    channels: read([]),
    aliases: read([]),
    keys: read(keys),
    vpcEndpoints: read([]),
    securityGroups: read([]),
    subnets: read([]),
    vpcs: read([]),
    routeTables: read([]),
    prefixLists: read([]),
    hostedZones: read([]),
    deliveryStreams: read([]),
    trails: read([]),
    eventDataStores: read([]),
    eventRules: read([]),
    pipes: read([]),
    instances: read([]),
    functions: read([]),
    eventSourceMappings: read([]),
    ecsServices: read([]),
    eksClusters: read([]),
    encryptionEvents: read([]),
  };
}

function streamOf(index: number): Stream {
  const team = Math.floor(index / streamsPerTeam);
  const name = `team-${team}-events-${index % streamsPerTeam}`;
  return {
    arn: `arn:aws:kinesis:${region}:${accountId}:stream/${name}`,
    name,
    accountId,
    region,
    status: read("ACTIVE"),
    mode: read("provisioned"),
    retentionHours: read(24),
    createdAt: read(at),
    encryption: read({ type: "kms", keyReference: keyIdOf(`team-${team}`) }),
    openShardCount: read(4),
    channelCount: read(0),
    consumers: read([]),
    tags: read({ environment: "production", ...(index % 2 === 0 && { team: `team-${team}` }) }),
    resourcePolicy: read(null),
  };
}

function keyIdOf(team: string): string {
  return `00000000-0000-4000-8000-${team.slice("team-".length).padStart(12, "0")}`;
}

function keyOf(team: string): KmsKey {
  const keyId = keyIdOf(team);
  const administered = {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  return {
    arn: `arn:aws:kms:${region}:${accountId}:key/${keyId}`,
    keyId,
    accountId,
    region,
    aliasNames: [],
    metadata: read({
      manager: read("customer"),
      state: read("Enabled"),
      origin: read("AWS_KMS"),
      spec: read("SYMMETRIC_DEFAULT"),
    }),
    policy: read(documentOf([administered])),
    rotation: read({ enabled: true }),
    grants: read([]),
  };
}

const duties = {
  administrator: ["kinesis:DeleteStream", "kinesis:StartStreamEncryption", "kinesis:AddTagsToStream"],
  resharding: ["kinesis:SplitShard", "kinesis:MergeShards", "kinesis:DescribeStreamSummary"],
  producer: ["kinesis:PutRecord", "kinesis:PutRecords"],
  consumer: ["kinesis:GetShardIterator", "kinesis:GetRecords", "kinesis:ListShards"],
};
export const dutyNames = ["administrator", "resharding", "producer", "consumer"] as const;

function policyArnOf(team: string, duty: string): string {
  return `arn:aws:iam::${accountId}:policy/${team}-${duty}`;
}

function policiesOf(team: string, index: number): ManagedPolicy[] {
  return dutyNames.map((duty) => ({
    arn: policyArnOf(team, duty),
    name: `${team}-${duty}`,
    awsManaged: false,
    document: dutyPolicy({ team, index, region, keyId: keyIdOf(team) }, duty),
  }));
}

export interface Team {
  readonly team: string;
  readonly index: number;
  readonly region: string;
  readonly keyId: string;
}

/** What a team's role of one duty may do, by the names of the team's streams and by their tag. */
export function dutyPolicy(
  { team, index, region: where, keyId }: Team,
  duty: (typeof dutyNames)[number],
): string {
  const resource = duty === "consumer" && index < wideReaders ? "*" : `${team}-events-*`;
  const byTag = { StringEquals: { "aws:ResourceTag/team": team } };
  return documentOf([
    {
      Effect: "Allow",
      Action: duties[duty],
      Resource: `arn:aws:kinesis:${where}:${accountId}:stream/${resource}`,
    },
    { Effect: "Allow", Action: duties[duty], Resource: "*", Condition: byTag },
    {
      Effect: "Allow",
      Action: duty === "consumer" ? "kms:Decrypt" : "kms:GenerateDataKey",
      Resource: `arn:aws:kms:${where}:${accountId}:key/${keyId}`,
    },
  ]);
}

function rolesOf(team: string): IamRole[] {
  return dutyNames.map((duty) => ({
    arn: `arn:aws:iam::${accountId}:role/${team}-${duty}`,
    name: `${team}-${duty}`,
    path: "/",
    id: `AROA${team}${duty}`.toUpperCase().replaceAll("-", "X"),
    createdAt: at,
    inlinePolicies: [],
    attachedPolicyArns: [policyArnOf(team, duty)],
    trustPolicy: documentOf([
      { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]),
    instanceProfileArns: [],
    tags: {},
  }));
}

function documentOf(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
