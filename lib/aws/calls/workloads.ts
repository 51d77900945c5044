import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { ec2Read } from "@/lib/aws/calls/ec2-read";

const lambdaRead = {
  perSecond: 15,
  rateSource: "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests",
};
const ecsRead = {
  perSecond: 20,
  rateSource: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html",
};

/** Where workloads run that may call Kinesis: their roles and networks, and nothing that they are configured with. */
export const workloadCalls = {
  describeInstances: {
    action: "ec2:DescribeInstances",
    ...ec2Read,
    keeps: ["InstanceId", "IamInstanceProfile.Arn", "VpcId", "SubnetId", "State.Name"],
  },
  listFunctions: {
    action: "lambda:ListFunctions",
    ...lambdaRead,
    keeps: ["FunctionArn", "FunctionName", "Role", "VpcConfig.VpcId", "VpcConfig.SubnetIds"],
  },
  listEventSourceMappings: {
    action: "lambda:ListEventSourceMappings",
    ...lambdaRead,
    keeps: ["UUID", "FunctionArn", "EventSourceArn"],
  },
  listEcsClusters: { action: "ecs:ListClusters", ...ecsRead, keeps: ["clusterArns"] },
  listEcsServices: { action: "ecs:ListServices", ...ecsRead, keeps: ["serviceArns"] },
  describeEcsServices: {
    action: "ecs:DescribeServices",
    ...ecsRead,
    keeps: [
      "serviceArn",
      "serviceName",
      "status",
      "taskDefinition",
      "enableExecuteCommand",
      "networkConfiguration.awsvpcConfiguration.subnets",
    ],
  },
  describeTaskDefinition: {
    action: "ecs:DescribeTaskDefinition",
    ...ecsRead,
    keeps: ["taskDefinitionArn", "taskRoleArn"],
  },
  listEksClusters: { action: "eks:ListClusters", perSecond: 5, keeps: ["clusters"] },
  describeEksCluster: {
    action: "eks:DescribeCluster",
    perSecond: 5,
    keeps: ["name", "resourcesVpcConfig.vpcId", "resourcesVpcConfig.subnetIds", "identity.oidc.issuer"],
  },
  listPodIdentityAssociations: {
    action: "eks:ListPodIdentityAssociations",
    perSecond: 5,
    keeps: ["associationId"],
  },
  describePodIdentityAssociation: {
    action: "eks:DescribePodIdentityAssociation",
    perSecond: 5,
    keeps: ["associationId", "roleArn"],
  },
} as const satisfies Record<string, AwsCall>;
