import "server-only";

/** A call that the code can make, and there are no others: a test reads the sources for commands. */
export interface AwsCall {
  /** The IAM action, which is `service:Operation` for all of them. */
  readonly action: string;
  /** Calls that AWS accepts per second, account and Region, unless the flags below say otherwise. */
  readonly perSecond: number;
  /** Where the rate is documented; absent: AWS publishes none, and the number is a careful guess. */
  readonly rateSource?: string;
  /** One endpoint for all Regions: its quota is the account's. */
  readonly global?: true;
  /** The quota is each stream's own. */
  readonly perResource?: true;
  /** What of the answer is kept; the rest is dropped before anything is stored or logged. */
  readonly keeps: readonly string[];
  /** Not part of the scan's policy: it is the caller's right to take the role on, not the role's. */
  readonly grantedToCaller?: true;
}

const kinesisQuotas = "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html";
const kmsQuotas = "https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html";
const ec2Quotas = "https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html";
const stsQuotas = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const taggingQuotas = "https://docs.aws.amazon.com/general/latest/gr/arg.html";
const organizationsQuotas =
  "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html";
const route53Quotas =
  "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests";

/** The bucket holds 100 calls and is refilled at this rate. */
const ec2Read = { perSecond: 20, rateSource: ec2Quotas };

export const calls = {
  getCallerIdentity: {
    action: "sts:GetCallerIdentity",
    perSecond: 600,
    rateSource: stsQuotas,
    keeps: ["Account", "Arn"],
  },
  assumeRole: {
    action: "sts:AssumeRole",
    perSecond: 600,
    rateSource: stsQuotas,
    grantedToCaller: true,
    keeps: [],
  },
  describeRegions: {
    action: "ec2:DescribeRegions",
    ...ec2Read,
    keeps: ["RegionName", "OptInStatus"],
  },
  listStreams: {
    action: "kinesis:ListStreams",
    perSecond: 5,
    rateSource: kinesisQuotas,
    keeps: ["StreamNames", "HasMoreStreams", "NextToken"],
  },
  describeStreamSummary: {
    action: "kinesis:DescribeStreamSummary",
    perSecond: 20,
    rateSource: kinesisQuotas,
    keeps: [
      "StreamName",
      "StreamARN",
      "StreamStatus",
      "StreamModeDetails",
      "RetentionPeriodHours",
      "StreamCreationTimestamp",
      "EncryptionType",
      "KeyId",
      "OpenShardCount",
      "ConsumerCount",
      "ChannelCount",
    ],
  },
  getResourcePolicy: {
    action: "kinesis:GetResourcePolicy",
    perSecond: 5,
    rateSource: kinesisQuotas,
    keeps: ["Policy"],
  },
  listStreamConsumers: {
    action: "kinesis:ListStreamConsumers",
    perSecond: 5,
    rateSource: kinesisQuotas,
    perResource: true,
    keeps: ["ConsumerName", "ConsumerARN", "ConsumerStatus", "ConsumerCreationTimestamp"],
  },
  listTagsForStream: {
    action: "kinesis:ListTagsForStream",
    perSecond: 5,
    rateSource: kinesisQuotas,
    keeps: ["Tags"],
  },
  getResources: {
    action: "tag:GetResources",
    perSecond: 15,
    rateSource: taggingQuotas,
    keeps: ["ResourceARN", "Tags"],
  },
  listAliases: {
    action: "kms:ListAliases",
    perSecond: 500,
    rateSource: kmsQuotas,
    keeps: ["AliasName", "AliasArn", "TargetKeyId"],
  },
  describeKey: {
    action: "kms:DescribeKey",
    perSecond: 2000,
    rateSource: kmsQuotas,
    keeps: [
      "KeyId",
      "KeyManager",
      "KeyState",
      "Origin",
      "KeySpec",
      "MultiRegion",
      "DeletionDate",
      "ValidTo",
      "CreationDate",
      "Description",
    ],
  },
  getKeyPolicy: { action: "kms:GetKeyPolicy", perSecond: 1000, rateSource: kmsQuotas, keeps: ["Policy"] },
  getKeyRotationStatus: {
    action: "kms:GetKeyRotationStatus",
    perSecond: 1000,
    rateSource: kmsQuotas,
    keeps: ["KeyRotationEnabled", "RotationPeriodInDays"],
  },
  getAccountAuthorizationDetails: {
    action: "iam:GetAccountAuthorizationDetails",
    perSecond: 5,
    global: true,
    keeps: ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"],
  },
  describeVpcEndpoints: {
    action: "ec2:DescribeVpcEndpoints",
    ...ec2Read,
    keeps: [
      "VpcEndpointId",
      "VpcId",
      "ServiceName",
      "VpcEndpointType",
      "State",
      "SubnetIds",
      "Groups",
      "PrivateDnsEnabled",
      "IpAddressType",
      "PolicyDocument",
      "NetworkInterfaceIds",
      "DnsEntries",
      "CreationTimestamp",
      "Tags",
    ],
  },
  describeSecurityGroups: {
    action: "ec2:DescribeSecurityGroups",
    ...ec2Read,
    keeps: ["GroupId", "GroupName", "VpcId", "Description", "IpPermissions"],
  },
  describeSubnets: {
    action: "ec2:DescribeSubnets",
    ...ec2Read,
    keeps: ["SubnetId", "VpcId", "AvailabilityZone", "CidrBlock", "Tags.Name"],
  },
  describeVpcs: {
    action: "ec2:DescribeVpcs",
    ...ec2Read,
    keeps: ["VpcId", "CidrBlock", "IsDefault", "OwnerId", "Tags.Name"],
  },
  describeRouteTables: {
    action: "ec2:DescribeRouteTables",
    ...ec2Read,
    keeps: ["RouteTableId", "VpcId", "Associations", "Routes"],
  },
  describeManagedPrefixLists: {
    action: "ec2:DescribeManagedPrefixLists",
    ...ec2Read,
    keeps: ["PrefixListId", "PrefixListName"],
  },
  getManagedPrefixListEntries: {
    action: "ec2:GetManagedPrefixListEntries",
    ...ec2Read,
    keeps: ["Cidr"],
  },
  listHostedZonesByVpc: {
    action: "route53:ListHostedZonesByVPC",
    perSecond: 5,
    rateSource: route53Quotas,
    global: true,
    keeps: ["Name"],
  },
  describeOrganization: {
    action: "organizations:DescribeOrganization",
    perSecond: 2,
    global: true,
    keeps: ["Id", "Arn", "MasterAccountId"],
  },
  listAccounts: {
    action: "organizations:ListAccounts",
    perSecond: 8,
    rateSource: organizationsQuotas,
    global: true,
    keeps: ["Id"],
  },
} as const satisfies Record<string, AwsCall>;

/** The name that stands for a Region where a service has one endpoint for all. */
export const globalRegion = "global";
