import "server-only";
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListClustersCommand as ListEcsClustersCommand,
  ListServicesCommand,
} from "@aws-sdk/client-ecs";
import {
  DescribeClusterCommand,
  DescribePodIdentityAssociationCommand,
  ListClustersCommand,
  ListPodIdentityAssociationsCommand,
} from "@aws-sdk/client-eks";
import { ListEventSourceMappingsCommand, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { DescribePipeCommand, ListPipesCommand } from "@aws-sdk/client-pipes";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import type { Attempts } from "@/lib/collectors/preflight/attempts";

const some = z.array(z.unknown());

/** Where workloads run that may call Kinesis, and what carries records elsewhere. */
export async function tryWorkloads(context: CallContext, attempts: Attempts): Promise<void> {
  const { ec2, lambda } = context.clients;
  await Promise.all([
    attempts.try(calls.describeInstances, {
      schema: z.object({ Reservations: some }),
      send: (options) => ec2.send(new DescribeInstancesCommand({ MaxResults: 5 }), options),
    }),
    attempts.try(calls.listFunctions, {
      schema: z.object({ Functions: some }),
      send: (options) => lambda.send(new ListFunctionsCommand({ MaxItems: 1 }), options),
    }),
    attempts.try(calls.listEventSourceMappings, {
      schema: z.object({ EventSourceMappings: some }),
      send: (options) => lambda.send(new ListEventSourceMappingsCommand({ MaxItems: 1 }), options),
    }),
    tryPipes(context, attempts),
    tryEcs(context, attempts),
    tryEks(context, attempts),
  ]);
}

async function tryPipes({ clients: { pipes }, region }: CallContext, attempts: Attempts): Promise<void> {
  const listed = await attempts.try(calls.listPipes, {
    schema: z.object({ Pipes: z.array(z.object({ Name: z.string() })) }),
    send: (options) => pipes.send(new ListPipesCommand({ Limit: 1 }), options),
  });
  const Name = listed?.Pipes[0]?.Name;
  if (Name === undefined) {
    attempts.skip([calls.describePipe], `No pipe is known in ${region} to try it on.`);
    return;
  }
  await attempts.try(calls.describePipe, {
    resource: Name,
    schema: z.object({ Arn: z.string() }),
    send: (options) => pipes.send(new DescribePipeCommand({ Name }), options),
  });
}

async function tryEcs({ clients: { ecs }, region }: CallContext, attempts: Attempts): Promise<void> {
  const clusters = await attempts.try(calls.listEcsClusters, {
    schema: z.object({ clusterArns: z.array(z.string()) }),
    send: (options) => ecs.send(new ListEcsClustersCommand({ maxResults: 1 }), options),
  });
  const cluster = clusters?.clusterArns[0];
  const listed =
    cluster === undefined
      ? undefined
      : await attempts.try(calls.listEcsServices, {
          resource: cluster,
          schema: z.object({ serviceArns: z.array(z.string()) }),
          send: (options) => ecs.send(new ListServicesCommand({ cluster, maxResults: 1 }), options),
        });
  if (cluster === undefined)
    attempts.skip([calls.listEcsServices], `No cluster of ECS is known in ${region}.`);
  const service = listed?.serviceArns[0];
  if (cluster === undefined || service === undefined) {
    const why = `No service of ECS is known in ${region} to try it on.`;
    attempts.skip([calls.describeEcsServices, calls.describeTaskDefinition], why);
    return;
  }
  const described = await attempts.try(calls.describeEcsServices, {
    resource: service,
    schema: z.object({ services: z.array(z.object({ taskDefinition: z.string().nullish() })) }),
    send: (options) => ecs.send(new DescribeServicesCommand({ cluster, services: [service] }), options),
  });
  const taskDefinition = described?.services[0]?.taskDefinition;
  if (!taskDefinition) {
    attempts.skip([calls.describeTaskDefinition], `No task definition is known in ${region} to try it on.`);
    return;
  }
  await attempts.try(calls.describeTaskDefinition, {
    resource: taskDefinition,
    schema: z.object({ taskDefinition: z.object({ taskDefinitionArn: z.string() }) }),
    send: (options) => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }), options),
  });
}

async function tryEks({ clients: { eks }, region }: CallContext, attempts: Attempts): Promise<void> {
  const clusters = await attempts.try(calls.listEksClusters, {
    schema: z.object({ clusters: z.array(z.string()) }),
    send: (options) => eks.send(new ListClustersCommand({ maxResults: 1 }), options),
  });
  const name = clusters?.clusters[0];
  if (name === undefined) {
    const why = `No cluster of EKS is known in ${region} to try it on.`;
    const later = [
      calls.describeEksCluster,
      calls.listPodIdentityAssociations,
      calls.describePodIdentityAssociation,
    ];
    attempts.skip(later, why);
    return;
  }
  const [, listed] = await Promise.all([
    attempts.try(calls.describeEksCluster, {
      resource: name,
      schema: z.object({ cluster: z.object({ name: z.string() }) }),
      send: (options) => eks.send(new DescribeClusterCommand({ name }), options),
    }),
    attempts.try(calls.listPodIdentityAssociations, {
      resource: name,
      schema: z.object({ associations: z.array(z.object({ associationId: z.string() })) }),
      send: (options) =>
        eks.send(new ListPodIdentityAssociationsCommand({ clusterName: name, maxResults: 1 }), options),
    }),
  ]);
  const associationId = listed?.associations[0]?.associationId;
  if (associationId === undefined) {
    const why = `No pod identity association of cluster ${name} is known to try it on.`;
    attempts.skip([calls.describePodIdentityAssociation], why);
    return;
  }
  await attempts.try(calls.describePodIdentityAssociation, {
    resource: name,
    schema: z.object({ association: z.object({ associationId: z.string() }) }),
    send: (options) =>
      eks.send(new DescribePodIdentityAssociationCommand({ clusterName: name, associationId }), options),
  });
}
