import type { DerivedPart, ReadablePart } from "@/lib/model/check";
import type { AccountPart, RegionPart } from "@/lib/model/snapshot";

/** The IAM actions that each part of a snapshot is read with; a test holds them to the list of calls. */
export const partActions: Readonly<Record<AccountPart | RegionPart, readonly string[]>> = {
  organization: ["organizations:DescribeOrganization"],
  organizationAccountIds: ["organizations:ListAccounts"],
  organizationPolicies: [
    "organizations:ListParents",
    "organizations:ListPoliciesForTarget",
    "organizations:DescribePolicy",
  ],
  accountSummary: ["iam:GetAccountSummary"],
  accessKeys: ["iam:ListAccessKeys", "iam:GetAccessKeyLastUsed"],
  channels: ["kinesis:ListChannels", "kinesis:DescribeChannel"],
  iam: ["iam:GetAccountAuthorizationDetails"],
  streams: [
    "kinesis:ListStreams",
    "kinesis:DescribeStreamSummary",
    "kinesis:GetResourcePolicy",
    "kinesis:ListStreamConsumers",
    "kinesis:ListTagsForStream",
    "tag:GetResources",
  ],
  deliveryStreams: ["firehose:ListDeliveryStreams", "firehose:DescribeDeliveryStream"],
  trails: ["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"],
  eventDataStores: ["cloudtrail:ListEventDataStores", "cloudtrail:GetEventDataStore"],
  pipes: ["pipes:ListPipes", "pipes:DescribePipe"],
  instances: ["ec2:DescribeInstances"],
  functions: ["lambda:ListFunctions"],
  eventSourceMappings: ["lambda:ListEventSourceMappings"],
  ecsServices: ["ecs:ListClusters", "ecs:ListServices", "ecs:DescribeServices", "ecs:DescribeTaskDefinition"],
  eksClusters: [
    "eks:ListClusters",
    "eks:DescribeCluster",
    "eks:ListPodIdentityAssociations",
    "eks:DescribePodIdentityAssociation",
  ],
  encryptionEvents: ["cloudtrail:LookupEvents"],
  serviceUses: ["iam:GenerateServiceLastAccessedDetails", "iam:GetServiceLastAccessedDetails"],
  eventRules: ["events:ListRules", "events:ListTargetsByRule"],
  aliases: ["kms:ListAliases"],
  keys: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants"],
  vpcEndpoints: ["ec2:DescribeVpcEndpoints"],
  securityGroups: ["ec2:DescribeSecurityGroups"],
  subnets: ["ec2:DescribeSubnets"],
  vpcs: ["ec2:DescribeVpcs"],
  routeTables: ["ec2:DescribeRouteTables"],
  prefixLists: ["ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"],
  hostedZones: ["route53:ListHostedZonesByVPC"],
};

const accessParts: readonly (AccountPart | RegionPart)[] = [
  "iam",
  "organization",
  "organizationPolicies",
  "streams",
  "channels",
  "aliases",
  "keys",
];

/** What a derived part is worked out from. */
const derivedFrom: Readonly<Record<DerivedPart, readonly (AccountPart | RegionPart)[]>> = {
  access: accessParts,
  reach: accessParts,
};

/** The actions behind the parts named, each once. */
export function actionsBehind(parts: readonly ReadablePart[]): readonly string[] {
  const read = parts.flatMap((part) => (isDerived(part) ? derivedFrom[part] : [part]));
  return [...new Set(read.flatMap((part) => partActions[part]))];
}

function isDerived(part: ReadablePart): part is DerivedPart {
  return Object.hasOwn(derivedFrom, part);
}
