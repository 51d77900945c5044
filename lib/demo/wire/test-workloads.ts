import type { EventFacts, PipeFacts, WorkloadFacts } from "../account-facts";

const account = "111122223333";
const place = `eu-central-1:${account}`;
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const stream = `arn:aws:kinesis:${place}:stream/payments`;

export const testPipes: readonly PipeFacts[] = [
  {
    Arn: `arn:aws:pipes:${place}:pipe/to-queue`,
    Name: "to-queue",
    CurrentState: "RUNNING",
    DesiredState: "RUNNING",
    Source: stream,
    Target: `arn:aws:sqs:${place}:queue`,
    TargetParameters: { InputTemplate: "hunter2" },
    Enrichment: `arn:aws:lambda:${place}:function:enrich`,
    RoleArn: role("pipe"),
  },
  {
    Arn: `arn:aws:pipes:${place}:pipe/of-a-queue`,
    Name: "of-a-queue",
    CurrentState: "STOPPED",
    Source: `arn:aws:sqs:${place}:other`,
    Target: `arn:aws:sqs:${place}:queue`,
    RoleArn: role("pipe"),
  },
];

const cluster = `arn:aws:ecs:${place}:cluster/main`;
const taskDefinitionArn = `arn:aws:ecs:${place}:task-definition/writer:3`;

export const testWorkloads: WorkloadFacts = {
  instances: [
    {
      InstanceId: "i-1",
      IamInstanceProfile: { Arn: `arn:aws:iam::${account}:instance-profile/reader`, Id: "AIPA1" },
      State: { Code: 16, Name: "running" },
      VpcId: "vpc-1",
      SubnetId: "subnet-1",
      Tags: [{ Key: "Name", Value: "hunter2" }],
    },
    { InstanceId: "i-2", State: { Code: 48, Name: "terminated" } },
  ],
  functions: [
    {
      FunctionName: "in-vpc",
      FunctionArn: `arn:aws:lambda:${place}:function:in-vpc`,
      Role: role("function"),
      Environment: { Variables: { PASSWORD: "hunter2" } },
      VpcConfig: { VpcId: "vpc-1", SubnetIds: ["subnet-2", "subnet-1"], SecurityGroupIds: ["sg-1"] },
    },
    {
      FunctionName: "elsewhere",
      FunctionArn: `arn:aws:lambda:${place}:function:elsewhere`,
      Role: role("function"),
      // Lambda sends an empty one, not none.
      VpcConfig: { VpcId: "", SubnetIds: [], SecurityGroupIds: [] },
    },
  ],
  eventSourceMappings: [
    {
      UUID: "1",
      FunctionArn: `arn:aws:lambda:${place}:function:elsewhere`,
      EventSourceArn: stream,
      State: "Enabled",
    },
    {
      UUID: "2",
      FunctionArn: `arn:aws:lambda:${place}:function:in-vpc`,
      EventSourceArn: `arn:aws:sqs:${place}:queue`,
    },
  ],
  ecsServices: {
    [cluster]: [
      {
        serviceArn: `arn:aws:ecs:${place}:service/main/writer`,
        serviceName: "writer",
        status: "ACTIVE",
        enableExecuteCommand: true,
        taskDefinition: taskDefinitionArn,
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
      },
    ],
  },
  taskDefinitions: [
    {
      taskDefinitionArn,
      taskRoleArn: role("task"),
      containerDefinitions: [{ environment: [{ name: "PASSWORD", value: "hunter2" }] }],
    },
  ],
  eksClusters: [
    {
      name: "pods",
      resourcesVpcConfig: { vpcId: "vpc-1", subnetIds: ["subnet-1"] },
      identity: { oidc: { issuer: "https://oidc.eks.eu-central-1.amazonaws.com/id/AB12" } },
      certificateAuthority: { data: "hunter2" },
    },
  ],
  podIdentities: [
    {
      clusterName: "pods",
      associationId: "a-1",
      associationArn: `arn:aws:eks:${place}:podidentityassociation/pods/a-1`,
      namespace: "default",
      serviceAccount: "writer",
      roleArn: role("pod"),
    },
  ],
};

export const testEvents: readonly EventFacts[] = [
  { name: "StopStreamEncryption", daysAgo: 20, streamName: "payments" },
  { name: "StartStreamEncryption", daysAgo: 19, streamName: "payments" },
  { name: "StartStreamEncryption", daysAgo: 2, streamName: "payments", errorCode: "AccessDeniedException" },
  { name: "StartStreamEncryption", daysAgo: 120, streamName: "payments" },
  { name: "PutResourcePolicy", daysAgo: 1, streamName: "payments" },
];
