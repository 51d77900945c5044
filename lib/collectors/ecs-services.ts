import "server-only";
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListClustersCommand,
  ListServicesCommand,
} from "@aws-sdk/client-ecs";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { compareText, readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { known, missing, type Observed } from "@/lib/model/observed";
import type { EcsService } from "@/lib/model/workload";

/** Services that one call describes at most. */
const describedMax = 10;

const clustersSchema = z.object({ clusterArns: z.array(z.string()), nextToken: z.string().nullish() });
const serviceArnsSchema = z.object({ serviceArns: z.array(z.string()), nextToken: z.string().nullish() });
const serviceSchema = z.object({
  serviceArn: z.string(),
  serviceName: z.string(),
  status: z.string(),
  // Absent where a deployment controller of one's own sets it task by task.
  taskDefinition: z.string().nullish(),
  enableExecuteCommand: z.boolean().nullish(),
  networkConfiguration: z
    .object({ awsvpcConfiguration: z.object({ subnets: z.array(z.string()) }).nullish() })
    .nullish(),
});
const servicesSchema = z.object({
  services: z.array(serviceSchema),
  failures: z.array(z.object({ arn: z.string().nullish(), reason: z.string().nullish() })).nullish(),
});
const definitionSchema = z.object({
  taskDefinition: z.object({ taskDefinitionArn: z.string(), taskRoleArn: z.string().nullish() }),
});

type FoundService = z.infer<typeof serviceSchema>;
type TaskRoles = (taskDefinition: string | null | undefined) => Promise<EcsService["taskRoleArn"]>;

/** The services of all clusters with the roles of their tasks; what else defines a task is dropped unseen. */
export async function collectEcsServices(context: CallContext): Promise<Observed<EcsService[]>> {
  const { aws, region } = context;
  const clusters = await aws.observe(calls.listEcsClusters, { region }, () => listClusters(context));
  if (!clusters.known) return clusters;
  const taskRoles = rememberTaskRoles(context);
  const found = await Promise.all(
    clusters.value.map((cluster) =>
      aws.observe(calls.describeEcsServices, { region, resource: cluster }, () =>
        describeServices(context, cluster),
      ),
    ),
  );
  // What one cluster does not tell may be what matters: a part of the list is not the list.
  const unread = found.find((services) => !services.known);
  if (unread) return unread;
  const services = found.flatMap((observed) => (observed.known ? observed.value : []));
  const read = services
    .filter(({ status }) => status !== "INACTIVE")
    .map((service) => toService(service, context, taskRoles));
  return known(
    sortedBy(await Promise.all(read), ({ arn }) => arn),
    clusters.read,
  );
}

async function toService(
  service: FoundService,
  context: CallContext,
  taskRoles: TaskRoles,
): Promise<EcsService> {
  const { serviceArn: arn, serviceName: name, taskDefinition, networkConfiguration } = service;
  const subnets = networkConfiguration?.awsvpcConfiguration?.subnets;
  return {
    arn,
    name,
    subnetIds: subnets?.toSorted(compareText) ?? null,
    taskRoleArn: await taskRoles(taskDefinition),
    takesCommands: takesCommands(service, context),
  };
}

function takesCommands(
  { serviceArn, enableExecuteCommand }: FoundService,
  { aws, region }: CallContext,
): EcsService["takesCommands"] {
  const call = calls.describeEcsServices;
  return typeof enableExecuteCommand === "boolean"
    ? known(enableExecuteCommand, { action: call.action, at: aws.now().toISOString() })
    : missing(buildGap(call, "empty", "enableExecuteCommand", { region, resource: serviceArn }));
}

function listClusters({ aws, clients, region }: CallContext): Promise<string[]> {
  const call = calls.listEcsClusters;
  return readPages(call, { region }, async (nextToken) => {
    const answer = await aws.ask(call, {
      region,
      schema: clustersSchema,
      send: (options) => clients.ecs.send(new ListClustersCommand({ maxResults: 100, nextToken }), options),
    });
    return { items: answer.clusterArns, next: answer.nextToken };
  });
}

async function describeServices(context: CallContext, cluster: string): Promise<FoundService[]> {
  const { aws, clients, region } = context;
  const place = { region, resource: cluster };
  const arns = await listServices(context, cluster);
  const call = calls.describeEcsServices;
  const found: FoundService[] = [];
  for (let start = 0; start < arns.length; start += describedMax) {
    const services = arns.slice(start, start + describedMax);
    const answer = await aws.ask(call, {
      ...place,
      schema: servicesSchema,
      send: (options) => clients.ecs.send(new DescribeServicesCommand({ cluster, services }), options),
    });
    const silent = services.find((arn) => !isTold(arn, answer));
    if (silent !== undefined)
      throw new CollectionError(buildGap(call, "malformed", `nothing is said of ${silent}`, place));
    found.push(...answer.services);
  }
  return uniqueBy(found, ({ serviceArn }) => serviceArn);
}

/** Described, or deleted since it was listed; any other failure would lose it without a word. */
function isTold(arn: string, { services, failures }: z.infer<typeof servicesSchema>): boolean {
  return (
    services.some(({ serviceArn }) => serviceArn === arn) ||
    (failures ?? []).some((failure) => failure.arn === arn && failure.reason === "MISSING")
  );
}

function listServices({ aws, clients, region }: CallContext, cluster: string): Promise<string[]> {
  const call = calls.listEcsServices;
  const place = { region, resource: cluster };
  return readPages(call, place, async (nextToken) => {
    const answer = await aws.ask(call, {
      ...place,
      schema: serviceArnsSchema,
      send: (options) =>
        clients.ecs.send(new ListServicesCommand({ cluster, maxResults: 100, nextToken }), options),
    });
    return { items: answer.serviceArns, next: answer.nextToken };
  });
}

/** Many services share a task definition: each is asked for once. */
function rememberTaskRoles(context: CallContext): TaskRoles {
  const { region } = context;
  const asked = new Map<string, Promise<EcsService["taskRoleArn"]>>();
  return (taskDefinition) => {
    if (!taskDefinition) {
      const call = calls.describeEcsServices;
      return Promise.resolve(missing(buildGap(call, "empty", "taskDefinition", { region })));
    }
    const role = asked.get(taskDefinition) ?? readTaskRole(context, taskDefinition);
    asked.set(taskDefinition, role);
    return role;
  };
}

function readTaskRole(
  { aws, clients, region }: CallContext,
  taskDefinition: string,
): Promise<EcsService["taskRoleArn"]> {
  const call = calls.describeTaskDefinition;
  const place = { region, resource: taskDefinition };
  return aws.observe(call, place, async () => {
    const { taskDefinition: answer } = await aws.ask(call, {
      ...place,
      schema: definitionSchema,
      send: (options) => clients.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }), options),
    });
    if (answer.taskDefinitionArn === taskDefinition) return answer.taskRoleArn || null;
    throw new CollectionError(
      buildGap(call, "malformed", "the answer is about another task definition", place),
    );
  });
}
