import type {
  DescribeServicesCommandInput,
  DescribeServicesCommandOutput,
  DescribeTaskDefinitionCommandInput,
  DescribeTaskDefinitionCommandOutput,
  ListClustersCommandInput,
  ListClustersCommandOutput,
  ListServicesCommandInput,
  ListServicesCommandOutput,
  Service,
} from "@aws-sdk/client-ecs";
import { kmsDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { awsJson } from "../protocols/aws-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-ecs");
const invalid = (message: string) => () => new WireError("InvalidParameterException", message);
const range = { max: 100, default: 100, invalid: invalid("maxResults must be between 1 and 100.") };
const describedMax = 10;

export const ecs: WireService = {
  prefix: "ecs",
  signingName: "ecs",
  protocol: awsJson,
  target: "AmazonEC2ContainerServiceV20141113",
  dialect: kmsDialect,
  operations: {
    ListClusters: operation(async () => (await load()).ListClusters$, listClusters),
    ListServices: operation(async () => (await load()).ListServices$, listServices),
    DescribeServices: operation(async () => (await load()).DescribeServices$, describeServices),
    DescribeTaskDefinition: operation(
      async () => (await load()).DescribeTaskDefinition$,
      describeTaskDefinition,
    ),
  },
};

function listClusters(
  { nextToken: token, maxResults }: ListClustersCommandInput,
  context: WireContext,
): Answer<ListClustersCommandOutput> {
  const { items, nextToken } = pageOf(Object.keys(workloadsOf(context).ecsServices), {
    operation: "ecs:ListClusters",
    token,
    limit: pageSize(maxResults, range),
    invalidToken: invalid("Invalid token."),
  });
  return { clusterArns: items, nextToken };
}

/** Ten a page, unless more are asked for. */
function listServices(
  { cluster, nextToken: token, maxResults }: ListServicesCommandInput,
  context: WireContext,
): Answer<ListServicesCommandOutput> {
  const { items, nextToken } = pageOf(servicesOf(context, cluster), {
    operation: `ecs:ListServices ${cluster ?? ""}`,
    token,
    limit: pageSize(maxResults, { ...range, default: 10 }),
    invalidToken: invalid("Invalid token."),
  });
  return { serviceArns: items.map(({ serviceArn = "" }) => serviceArn), nextToken };
}

/** Those that do not exist are told as failures beside the others. */
function describeServices(
  { cluster, services = [] }: DescribeServicesCommandInput,
  context: WireContext,
): Answer<DescribeServicesCommandOutput> {
  if (services.length > describedMax) throw invalid("Services cannot have more than 10 elements.")();
  const all = servicesOf(context, cluster);
  const isThere = (arn: string) => all.some(({ serviceArn }) => serviceArn === arn);
  return {
    services: all.filter(({ serviceArn = "" }) => services.includes(serviceArn)),
    failures: services.filter((arn) => !isThere(arn)).map((arn) => ({ arn, reason: "MISSING" })),
  };
}

function describeTaskDefinition(
  { taskDefinition: name }: DescribeTaskDefinitionCommandInput,
  context: WireContext,
): Answer<DescribeTaskDefinitionCommandOutput> {
  const { taskDefinitions } = workloadsOf(context);
  const found = taskDefinitions.find(({ taskDefinitionArn }) => taskDefinitionArn === name);
  if (found) return { taskDefinition: found };
  throw new WireError("ClientException", "Unable to describe task definition.");
}

function workloadsOf(context: WireContext) {
  return regionOf(kmsDialect, context).workloads;
}

function servicesOf(context: WireContext, cluster = "default"): readonly Service[] {
  const { ecsServices } = workloadsOf(context);
  const found = Object.hasOwn(ecsServices, cluster) ? ecsServices[cluster] : undefined;
  if (found) return found;
  throw new WireError("ClusterNotFoundException", "Cluster not found.");
}
