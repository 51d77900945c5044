import { z } from "zod";
import { accountSummarySchema, userAccessKeysSchema } from "@/lib/model/access-keys";
import { channelSchema } from "@/lib/model/channel";
import { deliveryStreamSchema } from "@/lib/model/delivery-stream";
import { eventDataStoreSchema, trailSchema } from "@/lib/model/event-logging";
import { encryptionEventSchema } from "@/lib/model/encryption-event";
import { eventRuleSchema } from "@/lib/model/event-rule";
import { iamInventorySchema } from "@/lib/model/iam-inventory";
import { keyAliasSchema, kmsKeySchema } from "@/lib/model/kms-key";
import {
  prefixListSchema,
  routeTableSchema,
  securityGroupSchema,
  subnetSchema,
  vpcEndpointSchema,
  vpcHostedZonesSchema,
  vpcSchema,
} from "@/lib/model/network";
import { addedPart, observedSchema } from "@/lib/model/observed";
import { organizationPoliciesSchema, organizationSchema } from "@/lib/model/organization";
import { pipeSchema } from "@/lib/model/pipe";
import { serviceUseSchema } from "@/lib/model/service-use";
import { streamSchema } from "@/lib/model/stream";
import {
  ecsServiceSchema,
  eksClusterSchema,
  eventSourceMappingSchema,
  instanceSchema,
  lambdaFunctionSchema,
} from "@/lib/model/workload";

/** What is read once for an account. */
const accountPartsShape = {
  /** Null: AWS says that the account is in no organization. */
  organization: observedSchema(organizationSchema.nullable()),
  /** The ids of the organization's accounts. */
  organizationAccountIds: observedSchema(z.array(z.string())),
  organizationPolicies: observedSchema(organizationPoliciesSchema),
  iam: observedSchema(iamInventorySchema),
  accountSummary: observedSchema(accountSummarySchema),
  /** Of the users that hold a duty on a stream; the others were not asked about, and do not appear. */
  accessKeys: observedSchema(z.array(userAccessKeysSchema)),
  /** Of the users and roles that may touch Kinesis; read on demand only. */
  serviceUses: addedPart("iam:GenerateServiceLastAccessedDetails", z.array(serviceUseSchema)),
};

/** What is read in each Region. */
const regionPartsShape = {
  streams: observedSchema(z.array(streamSchema)),
  channels: observedSchema(z.array(channelSchema)),
  aliases: observedSchema(z.array(keyAliasSchema)),
  /** The keys that the streams name. */
  keys: observedSchema(z.array(kmsKeySchema)),
  vpcEndpoints: observedSchema(z.array(vpcEndpointSchema)),
  securityGroups: observedSchema(z.array(securityGroupSchema)),
  subnets: observedSchema(z.array(subnetSchema)),
  vpcs: observedSchema(z.array(vpcSchema)),
  routeTables: observedSchema(z.array(routeTableSchema)),
  /** Those that a security group of a Kinesis endpoint names. */
  prefixLists: observedSchema(z.array(prefixListSchema)),
  /** Of the VPCs with a Kinesis endpoint or with workloads. */
  hostedZones: observedSchema(z.array(vpcHostedZonesSchema)),
  /** Those that read a data stream. */
  deliveryStreams: observedSchema(z.array(deliveryStreamSchema)),
  trails: observedSchema(z.array(trailSchema)),
  eventDataStores: observedSchema(z.array(eventDataStoreSchema)),
  /** Of the default event bus. */
  eventRules: observedSchema(z.array(eventRuleSchema)),
  /** Those that read a data stream. */
  pipes: addedPart("pipes:ListPipes", z.array(pipeSchema)),
  instances: addedPart("ec2:DescribeInstances", z.array(instanceSchema)),
  functions: addedPart("lambda:ListFunctions", z.array(lambdaFunctionSchema)),
  /** Those that read a data stream. */
  eventSourceMappings: addedPart("lambda:ListEventSourceMappings", z.array(eventSourceMappingSchema)),
  ecsServices: addedPart("ecs:ListClusters", z.array(ecsServiceSchema)),
  eksClusters: addedPart("eks:ListClusters", z.array(eksClusterSchema)),
  /** Of the last 90 days, the latest first; read on demand only. */
  encryptionEvents: addedPart("cloudtrail:LookupEvents", z.array(encryptionEventSchema)),
};

const regionSnapshotSchema = z.object({ region: z.string(), ...regionPartsShape });

export const callCountSchema = z.object({
  /** Whose quota it was, in a scan of several accounts. */
  accountId: z.string().exactOptional(),
  operation: z.string(),
  region: z.string(),
  count: z.number().int(),
  throttled: z.number().int(),
  /** The part of the operation's documented rate that the scan allowed itself, 0 to 1. */
  share: z.number(),
});

const accountSnapshotSchema = z.object({
  accountId: z.string(),
  identityArn: z.string(),
  partition: z.string(),
  /** The Regions that the account has enabled, where it said so. */
  enabledRegions: observedSchema(z.array(z.string())),
  ...accountPartsShape,
  regions: z.array(regionSnapshotSchema),
});

/** An account of the organization that nobody may enter, e.g. with the state `SUSPENDED`: nothing of it is read. */
export const inactiveAccountSchema = z.object({ accountId: z.string(), state: z.string() });

export const snapshotSourceSchema = z.object({
  kind: z.enum(["aws", "endpoint", "demo"]),
  /** The custom endpoint, for `endpoint` and `demo`; without user name and password. */
  endpoint: z.string().exactOptional(),
});

/**
 * What AWS said at one time, renamed, with its gaps. Checks see nothing else, so the same
 * snapshot gives the same report.
 */
export const snapshotSchema = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal("weir"), version: z.string() }),
  scanId: z.string(),
  startedAt: z.string(),
  /** When a scan that had been stopped went on; what it had read before was taken over. */
  resumedAt: z.string().exactOptional(),
  finishedAt: z.string(),
  source: snapshotSourceSchema,
  accounts: z.array(accountSnapshotSchema),
  inactiveAccounts: z.array(inactiveAccountSchema).exactOptional(),
  calls: z.array(callCountSchema),
});

export type RegionSnapshot = z.infer<typeof regionSnapshotSchema>;
export type AccountSnapshot = z.infer<typeof accountSnapshotSchema>;
export type CallCount = z.infer<typeof callCountSchema>;
export type SnapshotSource = z.infer<typeof snapshotSourceSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;

export type RegionParts = Omit<RegionSnapshot, "region">;
export type AccountParts = Pick<AccountSnapshot, keyof typeof accountPartsShape>;
export type RegionPart = keyof RegionParts;
export type AccountPart = keyof AccountParts;
