import type {
  DescribeClusterCommandInput,
  DescribeClusterCommandOutput,
  DescribePodIdentityAssociationCommandInput,
  DescribePodIdentityAssociationCommandOutput,
  ListClustersCommandInput,
  ListClustersCommandOutput,
  ListPodIdentityAssociationsCommandInput,
  ListPodIdentityAssociationsCommandOutput,
} from "@aws-sdk/client-eks";
import { kmsDialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { restJson } from "../protocols/rest-json";
import { WireError } from "../wire-error";
import { type Answer, operation, regionOf, type WireContext, type WireService } from "../wire-service";

const load = () => import("@aws-sdk/client-eks");
const invalid = () => new WireError("InvalidParameterException", "The request is not valid.");
const range = { max: 100, default: 100, invalid };
const associations = "/clusters/{clusterName}/pod-identity-associations";

export const eks: WireService = {
  prefix: "eks",
  signingName: "eks",
  protocol: restJson,
  routes: {
    "GET /clusters": "ListClusters",
    "GET /clusters/{name}": "DescribeCluster",
    [`GET ${associations}`]: "ListPodIdentityAssociations",
    [`GET ${associations}/{associationId}`]: "DescribePodIdentityAssociation",
  },
  dialect: kmsDialect,
  operations: {
    ListClusters: operation(async () => (await load()).ListClusters$, listClusters),
    DescribeCluster: operation(async () => (await load()).DescribeCluster$, describeCluster),
    ListPodIdentityAssociations: operation(
      async () => (await load()).ListPodIdentityAssociations$,
      listPodIdentityAssociations,
    ),
    DescribePodIdentityAssociation: operation(
      async () => (await load()).DescribePodIdentityAssociation$,
      describePodIdentityAssociation,
    ),
  },
};

function listClusters(
  { nextToken: token, maxResults }: ListClustersCommandInput,
  context: WireContext,
): Answer<ListClustersCommandOutput> {
  const names = workloadsOf(context).eksClusters.map(({ name = "" }) => name);
  const { items, nextToken } = pageOf(names, {
    operation: "eks:ListClusters",
    token,
    limit: pageSize(maxResults, range),
    invalidToken: invalid,
  });
  return { clusters: items, nextToken };
}

function describeCluster(
  { name }: DescribeClusterCommandInput,
  context: WireContext,
): Answer<DescribeClusterCommandOutput> {
  return { cluster: clusterOf(context, name) };
}

/** The list does not tell the role. */
function listPodIdentityAssociations(
  { clusterName, nextToken: token, maxResults }: ListPodIdentityAssociationsCommandInput,
  context: WireContext,
): Answer<ListPodIdentityAssociationsCommandOutput> {
  clusterOf(context, clusterName);
  const all = workloadsOf(context).podIdentities.filter((one) => one.clusterName === clusterName);
  const { items, nextToken } = pageOf(all, {
    operation: `eks:ListPodIdentityAssociations ${clusterName ?? ""}`,
    token,
    limit: pageSize(maxResults, range),
    invalidToken: invalid,
  });
  const associationsFound = items.map(({ associationId, associationArn, namespace, serviceAccount }) => ({
    clusterName,
    associationId,
    associationArn,
    namespace,
    serviceAccount,
  }));
  return { associations: associationsFound, nextToken };
}

function describePodIdentityAssociation(
  { clusterName, associationId }: DescribePodIdentityAssociationCommandInput,
  context: WireContext,
): Answer<DescribePodIdentityAssociationCommandOutput> {
  const association = workloadsOf(context).podIdentities.find(
    (one) => one.clusterName === clusterName && one.associationId === associationId,
  );
  if (association) return { association };
  throw new WireError("ResourceNotFoundException", "No association found.", 404);
}

function workloadsOf(context: WireContext) {
  return regionOf(kmsDialect, context).workloads;
}

function clusterOf(context: WireContext, clusterName: string | undefined) {
  const found = workloadsOf(context).eksClusters.find(({ name }) => name === clusterName);
  if (found) return found;
  throw new WireError("ResourceNotFoundException", `No cluster found for name: ${clusterName ?? ""}.`, 404);
}
