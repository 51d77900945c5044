import "server-only";
import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ECSClient } from "@aws-sdk/client-ecs";
import { EKSClient } from "@aws-sdk/client-eks";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { FirehoseClient } from "@aws-sdk/client-firehose";
import { IAMClient } from "@aws-sdk/client-iam";
import { KinesisClient } from "@aws-sdk/client-kinesis";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { PipesClient } from "@aws-sdk/client-pipes";
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { Route53Client } from "@aws-sdk/client-route-53";
import { STSClient } from "@aws-sdk/client-sts";
import type { AwsCredentials } from "@/lib/aws/share-credentials";
import { endpointOf, type ServiceId } from "@/lib/aws/endpoint-of";
import type { HttpHandler } from "@/lib/aws/http-handler";
import type { SnapshotSource } from "@/lib/model/snapshot";

export interface ClientSettings {
  readonly source: SnapshotSource;
  readonly credentials: AwsCredentials;
  readonly requestHandler: HttpHandler;
  readonly toolVersion: string;
}

/** One client for each service, for one Region. */
export interface Clients {
  readonly cloudtrail: CloudTrailClient;
  readonly ec2: EC2Client;
  readonly ecs: ECSClient;
  readonly eks: EKSClient;
  readonly eventbridge: EventBridgeClient;
  readonly firehose: FirehoseClient;
  readonly iam: IAMClient;
  readonly kinesis: KinesisClient;
  readonly kms: KMSClient;
  readonly lambda: LambdaClient;
  readonly organizations: OrganizationsClient;
  readonly pipes: PipesClient;
  readonly route53: Route53Client;
  readonly sts: STSClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;
}

/**
 * The SDK itself repeats nothing: each repetition goes through the limiter, so that the share of the quota
 * holds, and is counted.
 */
export function createClients(
  region: string,
  { source, credentials, requestHandler, toolVersion }: ClientSettings,
): Clients {
  const settings = (service: ServiceId) => ({
    region,
    credentials,
    requestHandler,
    maxAttempts: 1,
    customUserAgent: `weir/${toolVersion}`,
    ...endpointOf(service, source),
  });
  return {
    cloudtrail: new CloudTrailClient(settings("CLOUDTRAIL")),
    ec2: new EC2Client(settings("EC2")),
    ecs: new ECSClient(settings("ECS")),
    eks: new EKSClient(settings("EKS")),
    eventbridge: new EventBridgeClient(settings("EVENTBRIDGE")),
    firehose: new FirehoseClient(settings("FIREHOSE")),
    iam: new IAMClient(settings("IAM")),
    // Without it, credentials that carry an account id send even calls by name to another host.
    kinesis: new KinesisClient({ ...settings("KINESIS"), accountIdEndpointMode: "disabled" }),
    kms: new KMSClient(settings("KMS")),
    lambda: new LambdaClient(settings("LAMBDA")),
    organizations: new OrganizationsClient(settings("ORGANIZATIONS")),
    pipes: new PipesClient(settings("PIPES")),
    route53: new Route53Client(settings("ROUTE_53")),
    sts: new STSClient(settings("STS")),
    tagging: new ResourceGroupsTaggingAPIClient(settings("RESOURCE_GROUPS_TAGGING_API")),
  };
}
