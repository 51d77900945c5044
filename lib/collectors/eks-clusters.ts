import "server-only";
import {
  DescribeClusterCommand,
  DescribePodIdentityAssociationCommand,
  ListClustersCommand,
  ListPodIdentityAssociationsCommand,
} from "@aws-sdk/client-eks";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { observeField } from "@/lib/collectors/observe-field";
import { compareText, readPages } from "@/lib/collectors/read-pages";
import { known, mapObserved, type Observed } from "@/lib/model/observed";
import type { EksCluster } from "@/lib/model/workload";

const namesSchema = z.object({ clusters: z.array(z.string().min(1)), nextToken: z.string().nullish() });
const clusterSchema = z.object({
  cluster: z.object({
    name: z.string(),
    resourcesVpcConfig: z.object({ vpcId: z.unknown(), subnetIds: z.unknown() }),
    identity: z.object({ oidc: z.object({ issuer: z.string().nullish() }).nullish() }).nullish(),
  }),
});
const associationsSchema = z.object({
  associations: z.array(z.object({ associationId: z.string().min(1) })),
  nextToken: z.string().nullish(),
});
const associationSchema = z.object({
  association: z.object({ associationId: z.string(), roleArn: z.string().min(1) }),
});

/** Where pods run, and the roles that they get. */
export async function collectEksClusters(context: CallContext): Promise<Observed<EksCluster[]>> {
  const { aws, region } = context;
  const names = await aws.observe(calls.listEksClusters, { region }, () => listNames(context));
  if (!names.known) return names;
  aws.progress.plan(calls.describeEksCluster.action, region, names.value.length);
  return known(await Promise.all(names.value.map((name) => readOne(context, name))), names.read);
}

async function listNames({ aws, clients, region }: CallContext): Promise<string[]> {
  const call = calls.listEksClusters;
  const names = await readPages(call, { region }, async (nextToken) => {
    const answer = await aws.ask(call, {
      region,
      schema: namesSchema,
      send: (options) => clients.eks.send(new ListClustersCommand({ maxResults: 100, nextToken }), options),
    });
    return { items: answer.clusters, next: answer.nextToken };
  });
  return [...new Set(names)].toSorted(compareText);
}

async function readOne(context: CallContext, name: string): Promise<EksCluster> {
  const { aws, clients, region } = context;
  const call = calls.describeEksCluster;
  const place = { region, resource: name };
  const details = await aws.observe(call, place, async () => {
    const { cluster } = await aws.ask(call, {
      ...place,
      schema: clusterSchema,
      send: (options) => clients.eks.send(new DescribeClusterCommand({ name }), options),
    });
    if (cluster.name === name) return cluster;
    throw new CollectionError(buildGap(call, "malformed", "the answer is about another cluster", place));
  });
  const network = mapObserved(details, ({ resourcesVpcConfig }) => resourcesVpcConfig);
  const fieldPlace = { call, ...place };
  return {
    name,
    vpcId: observeField(network, "vpcId", z.string().min(1), fieldPlace),
    subnetIds: observeField(network, "subnetIds", z.array(z.string()), fieldPlace),
    oidcIssuer: mapObserved(
      details,
      ({ identity }) => identity?.oidc?.issuer?.replace(/^https:\/\//, "") || null,
    ),
    podRoleArns: await readPodRoles(context, name),
  };
}

/** The list of associations does not tell their roles. */
function readPodRoles(context: CallContext, clusterName: string): Promise<Observed<string[]>> {
  const { aws, clients, region } = context;
  const call = calls.describePodIdentityAssociation;
  const place = { region, resource: clusterName };
  return aws.observe(call, place, async () => {
    const ids = await listAssociations(context, clusterName);
    const roles = ids.map(async (associationId) => {
      const { association } = await aws.ask(call, {
        ...place,
        schema: associationSchema,
        send: (options) =>
          clients.eks.send(
            new DescribePodIdentityAssociationCommand({ clusterName, associationId }),
            options,
          ),
      });
      return association.roleArn;
    });
    return [...new Set(await Promise.all(roles))].toSorted(compareText);
  });
}

async function listAssociations(
  { aws, clients, region }: CallContext,
  clusterName: string,
): Promise<string[]> {
  const call = calls.listPodIdentityAssociations;
  const place = { region, resource: clusterName };
  const found = await readPages(call, place, async (nextToken) => {
    const answer = await aws.ask(call, {
      ...place,
      schema: associationsSchema,
      send: (options) =>
        clients.eks.send(
          new ListPodIdentityAssociationsCommand({ clusterName, maxResults: 100, nextToken }),
          options,
        ),
    });
    return { items: answer.associations, next: answer.nextToken };
  });
  return [...new Set(found.map(({ associationId }) => associationId))];
}
