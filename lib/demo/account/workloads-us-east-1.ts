import type { RegionFacts } from "../account-facts";
import { buildFunction, buildInstance, buildMapping, buildService } from "./build-workloads";
import { accountId, at, consumerArn, roleArn, streamArn, usEast1 } from "./identifiers";
import { subnetIds, vpcIds } from "./network-ids";

type Workloads = Pick<RegionFacts, "pipes" | "workloads" | "events">;

const cluster = `arn:aws:ecs:${usEast1}:${accountId}:cluster/core`;
const coreSubnets = [subnetIds.coreA, subnetIds.coreB];
const core = { region: usEast1, cluster: "core", subnetIds: coreSubnets };

/** Services in the VPCs with an endpoint, and two machines in the sandbox, which has none. */
export function usWorkloads(): Workloads {
  const services = [
    buildService({ ...core, name: "orders-api", role: "orders-api-producer" }),
    buildService({ ...core, name: "loyalty-points", role: "loyalty-consumer" }),
  ];
  return {
    pipes: [
      {
        Arn: `arn:aws:pipes:${usEast1}:${accountId}:pipe/orders-archive`,
        Name: "orders-archive",
        CurrentState: "RUNNING",
        DesiredState: "RUNNING",
        Source: streamArn(usEast1, "orders-events"),
        Target: `arn:aws:sqs:${usEast1}:${accountId}:orders-archive`,
        RoleArn: roleArn("orders-archive-pipe"),
        CreationTime: at("2025-04-28"),
      },
    ],
    workloads: {
      instances: [
        buildInstance("i-0d41c7e2b5a8f3961", "inventory-batch", vpcIds.sandbox, subnetIds.sandboxA),
        buildInstance("i-0d52e8f3c6b9a4a72", "ops-legacy", vpcIds.sandbox, subnetIds.sandboxA),
      ],
      functions: functions(),
      eventSourceMappings: [
        buildMapping(
          "6b1f0c3e-58d2-4a97-b6e4-2f9d07c81a35",
          "orders-stream-processor",
          streamArn(usEast1, "orders-events"),
        ),
        buildMapping(
          "e2a94d70-1c6b-4f83-9d05-7b3a8e61f2c4",
          "order-enrichment",
          consumerArn(usEast1, "orders-events", "order-enrichment", "2022-10-03"),
        ),
      ],
      ecsServices: { [cluster]: services.map(({ service }) => service) },
      taskDefinitions: services.map(({ taskDefinition }) => taskDefinition),
      ...searchCluster(),
    },
    events: [
      // A new key for a stream that was encrypted all along: the start before shows that.
      { name: "StartStreamEncryption", daysAgo: 60, streamName: "fraud-cases" },
      { name: "StartStreamEncryption", daysAgo: 3, streamName: "fraud-cases" },
      // Off for a day, in a stream that keeps its records for 30.
      { name: "StopStreamEncryption", daysAgo: 20, streamName: "search-index-updates" },
      { name: "StartStreamEncryption", daysAgo: 19, streamName: "search-index-updates" },
      {
        name: "StopStreamEncryption",
        daysAgo: 2,
        streamName: "orders-events",
        errorCode: "AccessDeniedException",
      },
    ],
  };
}

function functions() {
  return [
    buildFunction({ name: "orders-stream-processor", role: roleArn("orders-stream-processor") }),
    buildFunction({
      name: "order-enrichment",
      role: roleArn("order-enrichment-role-x3k9q2pl", "/service-role/"),
      vpcId: vpcIds.core,
      subnetIds: coreSubnets,
    }),
    buildFunction({ name: "nightly-export", role: roleArn("nightly-export") }),
    buildFunction({ name: "data-sharing-broker", role: roleArn("data-sharing-broker") }),
  ];
}

function searchCluster() {
  const clusterName = "search";
  const association = "a-4kd02xhzq8w1r6tpe";
  return {
    eksClusters: [
      {
        name: clusterName,
        arn: `arn:aws:eks:${usEast1}:${accountId}:cluster/${clusterName}`,
        status: "ACTIVE" as const,
        version: "1.33",
        resourcesVpcConfig: {
          vpcId: vpcIds.analytics,
          subnetIds: [subnetIds.analyticsA, subnetIds.analyticsB],
        },
        identity: {
          oidc: { issuer: `https://oidc.eks.${usEast1}.amazonaws.com/id/3F1C9A7E5B2D4068A1C3E5F70918B2D4` },
        },
      },
    ],
    podIdentities: [
      {
        clusterName,
        associationId: association,
        associationArn: `arn:aws:eks:${usEast1}:${accountId}:podidentityassociation/${clusterName}/${association}`,
        namespace: "indexing",
        serviceAccount: "indexer",
        roleArn: roleArn("search-indexer"),
      },
    ],
  };
}
