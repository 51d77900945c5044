import type { AccountFacts, ConsumerFacts, KeyFacts, RegionFacts, StreamFacts } from "../account-facts";
import { testChannels } from "./test-channels";
import { testIam } from "./test-iam";
import { testOrganizationPolicies } from "./test-organization-policies";
import { testDeliveryStreams, testEventDataStores, testEventRules, testTrails } from "./test-logging";
import { testEvents, testPipes, testWorkloads } from "./test-workloads";
import { testNetwork } from "./test-network";

export const accountId = "111122223333";
const createdAt = new Date("2026-03-04T05:06:07.250Z");

export function buildTestAccount(changes: Partial<AccountFacts> = {}): AccountFacts {
  return {
    accountId,
    callerArn: `arn:aws:iam::${accountId}:user/auditor`,
    organization: { Id: "o-exampleorgid", MasterAccountId: accountId, FeatureSet: "ALL" },
    organizationAccounts: [
      { Id: accountId, Name: "Management & <audit>", State: "ACTIVE", JoinedTimestamp: createdAt },
      { Id: "444455556666", Name: "Données", State: "SUSPENDED", JoinedTimestamp: createdAt },
    ],
    organizationPolicies: testOrganizationPolicies,
    iam: testIam,
    regions: {
      "eu-central-1": buildTestRegion(),
      "us-east-1": buildTestRegion({ streams: [], channels: [], hostedZones: {} }),
    },
    ...changes,
  };
}

export function buildTestRegion(changes: Partial<RegionFacts> = {}): RegionFacts {
  return {
    streams: [
      buildTestStream("payments", {
        tags: { owner: "payments", stage: 'prod "1"' },
        resourcePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
        consumers: [buildTestConsumer("payments", "fraud", "{}"), buildTestConsumer("payments", "ledger")],
      }),
      buildTestStream("clicks"),
    ],
    channels: testChannels,
    keys: [customerKey, signingKey],
    aliases: [
      {
        AliasName: "alias/streams",
        AliasArn: kmsArn("alias/streams"),
        TargetKeyId: keyId,
        CreationDate: createdAt,
      },
      { AliasName: "alias/aws/kinesis", AliasArn: kmsArn("alias/aws/kinesis") },
    ],
    ...testNetwork,
    deliveryStreams: testDeliveryStreams,
    trails: testTrails,
    eventDataStores: testEventDataStores,
    eventRules: testEventRules,
    pipes: testPipes,
    workloads: testWorkloads,
    events: testEvents,
    ...changes,
  };
}

export function streamArn(name: string): string {
  return `arn:aws:kinesis:eu-central-1:${accountId}:stream/${name}`;
}

export function buildTestStream(name: string, changes: Partial<StreamFacts> = {}): StreamFacts {
  return {
    summary: {
      StreamName: name,
      StreamARN: streamArn(name),
      StreamStatus: "ACTIVE",
      StreamModeDetails: { StreamMode: "ON_DEMAND" },
      StreamCreationTimestamp: createdAt,
      RetentionPeriodHours: 24,
      EnhancedMonitoring: [{ ShardLevelMetrics: ["IncomingBytes"] }],
      EncryptionType: "KMS",
      KeyId: keyArn,
      OpenShardCount: 4,
      ConsumerCount: changes.consumers?.length ?? 0,
    },
    consumers: [],
    tags: {},
    ...changes,
  };
}

export function buildTestConsumer(stream: string, name: string, resourcePolicy?: string): ConsumerFacts {
  return {
    ConsumerName: name,
    ConsumerARN: `${streamArn(stream)}/consumer/${name}:1772600000`,
    ConsumerStatus: "ACTIVE",
    ConsumerCreationTimestamp: createdAt,
    ...(resourcePolicy !== undefined && { resourcePolicy }),
  };
}

export const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";
export const keyArn = kmsArn(`key/${keyId}`);

const customerKey: KeyFacts = {
  metadata: {
    KeyId: keyId,
    Arn: keyArn,
    AWSAccountId: accountId,
    KeyManager: "CUSTOMER",
    KeyState: "Enabled",
    KeyUsage: "ENCRYPT_DECRYPT",
    CreationDate: createdAt,
    MultiRegion: false,
  },
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*" }] }),
  rotation: { enabled: true, periodInDays: 365 },
  grants: [
    {
      GrantId: "grant-1",
      KeyId: keyArn,
      GranteePrincipal: `arn:aws:iam::${accountId}:role/reader`,
      Operations: ["Decrypt", "GenerateDataKey"],
      Constraints: { EncryptionContextSubset: { "aws:kinesis:arn": streamArn("payments") } },
      CreationDate: createdAt,
    },
  ],
};

export const signingKeyId = "ffffeeee-12ab-34cd-56ef-1234567890ab";

const signingKey: KeyFacts = {
  metadata: {
    KeyId: signingKeyId,
    Arn: kmsArn(`key/${signingKeyId}`),
    AWSAccountId: accountId,
    KeyUsage: "SIGN_VERIFY",
  },
  policy: "{}",
  rotation: "unsupported",
  grants: [],
};

function kmsArn(resource: string): string {
  return `arn:aws:kms:eu-central-1:${accountId}:${resource}`;
}
