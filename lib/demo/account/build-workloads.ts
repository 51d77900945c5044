import type { Instance } from "@aws-sdk/client-ec2";
import type { Service, TaskDefinition } from "@aws-sdk/client-ecs";
import type { EventSourceMappingConfiguration, FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { WorkloadFacts } from "../account-facts";
import { accountId, at, roleArn, usEast1 } from "./identifiers";
import type { vpcIds } from "./network-ids";

export function noWorkloads(): WorkloadFacts {
  return {
    instances: [],
    functions: [],
    eventSourceMappings: [],
    ecsServices: {},
    taskDefinitions: [],
    eksClusters: [],
    podIdentities: [],
  };
}

export function buildInstance(id: string, profileName: string, vpcId: string, subnetId: string): Instance {
  return {
    InstanceId: id,
    InstanceType: "m6g.large",
    IamInstanceProfile: {
      Arn: `arn:aws:iam::${accountId}:instance-profile/${profileName}`,
      Id: `AIPA${profileName.toUpperCase().replaceAll("-", "").padEnd(16, "X").slice(0, 16)}`,
    },
    State: { Code: 16, Name: "running" },
    VpcId: vpcId,
    SubnetId: subnetId,
    LaunchTime: at("2026-06-01"),
  };
}

interface DemoFunction {
  readonly name: string;
  readonly role: string;
  readonly vpcId?: (typeof vpcIds)[keyof typeof vpcIds];
  readonly subnetIds?: readonly string[];
}

/** With what a function is configured with, too: a scan has to leave it where it is. */
export function buildFunction({ name, role, vpcId, subnetIds = [] }: DemoFunction): FunctionConfiguration {
  return {
    FunctionName: name,
    FunctionArn: functionArn(name),
    Role: role,
    Runtime: "nodejs22.x",
    Handler: "index.handler",
    Environment: { Variables: { DATABASE_PASSWORD: "demo-environment-of-a-function" } },
    ...(vpcId !== undefined && {
      VpcConfig: { VpcId: vpcId, SubnetIds: [...subnetIds], SecurityGroupIds: [] },
    }),
  };
}

export function buildMapping(
  uuid: string,
  functionName: string,
  sourceArn: string,
): EventSourceMappingConfiguration {
  return {
    UUID: uuid,
    FunctionArn: functionArn(functionName),
    EventSourceArn: sourceArn,
    State: "Enabled",
    BatchSize: 100,
  };
}

function functionArn(name: string): string {
  return `arn:aws:lambda:${usEast1}:${accountId}:function:${name}`;
}

interface DemoService {
  readonly region: string;
  readonly cluster: string;
  readonly name: string;
  readonly role: string;
  readonly path?: string;
  readonly subnetIds: readonly string[];
}

/** A service of one container, and the task definition that gives it its role. */
export function buildService({ region, cluster, name, role, path, subnetIds }: DemoService): {
  readonly service: Service;
  readonly taskDefinition: TaskDefinition;
} {
  const place = `arn:aws:ecs:${region}:${accountId}`;
  const taskDefinitionArn = `${place}:task-definition/${name}:7`;
  return {
    service: {
      serviceArn: `${place}:service/${cluster}/${name}`,
      serviceName: name,
      clusterArn: `${place}:cluster/${cluster}`,
      status: "ACTIVE",
      launchType: "FARGATE",
      enableExecuteCommand: false,
      taskDefinition: taskDefinitionArn,
      networkConfiguration: { awsvpcConfiguration: { subnets: [...subnetIds], assignPublicIp: "DISABLED" } },
    },
    taskDefinition: {
      taskDefinitionArn,
      family: name,
      revision: 7,
      networkMode: "awsvpc",
      taskRoleArn: roleArn(role, path),
      containerDefinitions: [
        { name, environment: [{ name: "API_TOKEN", value: "demo-environment-of-a-task" }] },
      ],
    },
  };
}
