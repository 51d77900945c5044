import type {
  AdvancedEventSelector,
  EventSelector,
  GetEventDataStoreCommandOutput,
  Trail,
} from "@aws-sdk/client-cloudtrail";
import type {
  Instance,
  ManagedPrefixList,
  PrefixListEntry,
  RouteTable,
  SecurityGroup,
  Subnet,
  Vpc,
  VpcEndpoint,
} from "@aws-sdk/client-ec2";
import type { Service, TaskDefinition } from "@aws-sdk/client-ecs";
import type { Cluster, PodIdentityAssociation } from "@aws-sdk/client-eks";
import type { Rule, Target } from "@aws-sdk/client-eventbridge";
import type { DeliveryStreamDescription } from "@aws-sdk/client-firehose";
import type {
  AccessKeyLastUsed,
  AccessKeyMetadata,
  GroupDetail,
  ManagedPolicyDetail,
  RoleDetail,
  SummaryKeyType,
  UserDetail,
} from "@aws-sdk/client-iam";
import type { ChannelDescription, Consumer, StreamDescriptionSummary } from "@aws-sdk/client-kinesis";
import type { AliasListEntry, GrantListEntry, KeyMetadata } from "@aws-sdk/client-kms";
import type { EventSourceMappingConfiguration, FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { Account, Organization, Parent, Policy } from "@aws-sdk/client-organizations";
import type { DescribePipeCommandOutput } from "@aws-sdk/client-pipes";
import type { HostedZoneSummary } from "@aws-sdk/client-route-53";

/**
 * An AWS account in the SDK's own shapes: what the wire server serves.
 *
 * Policy documents are plain JSON text here; the server URL-encodes those that IAM encodes.
 */
export interface AccountFacts {
  readonly accountId: string;
  /** Who the caller is, as `sts:GetCallerIdentity` says it. */
  readonly callerArn: string;
  /** Absent: `AWSOrganizationsNotInUseException`. */
  readonly organization?: Organization;
  /** None: the account may not list them, nor read the organization's policies. */
  readonly organizationAccounts: readonly Account[];
  readonly organizationPolicies: OrganizationPolicyFacts;
  readonly iam: IamFacts;
  /** Enabled Regions by name. */
  readonly regions: Readonly<Record<string, RegionFacts>>;
}

export interface OrganizationPolicyFacts {
  /** By the id of an account or unit. */
  readonly parents: Readonly<Record<string, Parent>>;
  /** Ids of policies of all types, by the id of what they are attached to. */
  readonly attached: Readonly<Record<string, readonly string[]>>;
  readonly policies: readonly Policy[];
}

export interface IamFacts {
  readonly users: readonly UserDetail[];
  readonly groups: readonly GroupDetail[];
  readonly roles: readonly RoleDetail[];
  /** Customer managed and attached AWS managed policies, with their versions. */
  readonly policies: readonly ManagedPolicyDetail[];
  /** By user name. */
  readonly accessKeys: Readonly<Record<string, readonly AccessKeyFacts[]>>;
  readonly summary: Readonly<Partial<Record<SummaryKeyType, number>>>;
  /** How many days ago a principal last called Kinesis, by ARN; absent: never. */
  readonly lastKinesisCallDaysAgo: Readonly<Record<string, number>>;
}

export interface AccessKeyFacts {
  /** Without the user's name. */
  readonly metadata: AccessKeyMetadata;
  /** Absent: never used. */
  readonly lastUsed?: AccessKeyLastUsed;
}

export interface RegionFacts {
  readonly streams: readonly StreamFacts[];
  readonly channels: readonly ChannelDescription[];
  readonly keys: readonly KeyFacts[];
  readonly aliases: readonly AliasListEntry[];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly routeTables: readonly RouteTable[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly prefixLists: readonly PrefixListFacts[];
  /** Private hosted zones by VPC id. */
  readonly hostedZones: Readonly<Record<string, readonly HostedZoneSummary[]>>;
  readonly deliveryStreams: readonly DeliveryStreamDescription[];
  /** Of the Region, and of elsewhere if they cover it. */
  readonly trails: readonly TrailFacts[];
  readonly eventDataStores: readonly EventDataStoreFacts[];
  /** Of the default event bus. */
  readonly eventRules: readonly EventRuleFacts[];
  readonly pipes: readonly PipeFacts[];
  readonly workloads: WorkloadFacts;
  /** Of CloudTrail's event history: calls of Kinesis on a stream. */
  readonly events: readonly EventFacts[];
}

/** A call by its age, so that the history does not grow old. */
export interface EventFacts {
  readonly name: string;
  readonly daysAgo: number;
  readonly streamName: string;
  /** Absent: it succeeded. */
  readonly errorCode?: string;
}

export type PipeFacts = Omit<DescribePipeCommandOutput, "$metadata">;

export interface WorkloadFacts {
  readonly instances: readonly Instance[];
  readonly functions: readonly FunctionConfiguration[];
  readonly eventSourceMappings: readonly EventSourceMappingConfiguration[];
  /** By the ARN of their cluster. */
  readonly ecsServices: Readonly<Record<string, readonly Service[]>>;
  readonly taskDefinitions: readonly TaskDefinition[];
  readonly eksClusters: readonly Cluster[];
  readonly podIdentities: readonly PodIdentityAssociation[];
}

export interface TrailFacts {
  readonly trail: Trail;
  readonly logging: boolean;
  readonly selectors: {
    readonly EventSelectors?: EventSelector[];
    readonly AdvancedEventSelectors?: AdvancedEventSelector[];
  };
}

export type EventDataStoreFacts = Omit<GetEventDataStoreCommandOutput, "$metadata">;

export interface EventRuleFacts {
  readonly rule: Rule;
  readonly targets: readonly Target[];
}

export interface StreamFacts {
  readonly summary: StreamDescriptionSummary;
  readonly consumers: readonly ConsumerFacts[];
  readonly tags: Readonly<Record<string, string>>;
  /** Absent: AWS answers the text `{}`. */
  readonly resourcePolicy?: string;
}

export interface ConsumerFacts extends Consumer {
  readonly resourcePolicy?: string;
}

export interface KeyFacts {
  readonly metadata: KeyMetadata;
  readonly policy: string;
  readonly rotation: { readonly enabled: boolean; readonly periodInDays?: number } | "unsupported";
  readonly grants: readonly GrantListEntry[];
}

export interface PrefixListFacts {
  readonly list: ManagedPrefixList;
  readonly entries: readonly PrefixListEntry[];
}
