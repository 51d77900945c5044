import { z } from "zod";
import { addedPart, observedSchema } from "@/lib/model/observed";

/** An EC2 instance that has a role by an instance profile, and is not terminated. */
export const instanceSchema = z.object({
  id: z.string(),
  instanceProfileArn: z.string(),
  vpcId: z.string(),
  subnetId: z.string(),
});

/**
 * A Lambda function, without its code and its environment.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
 */
export const lambdaFunctionSchema = z.object({
  arn: z.string(),
  name: z.string(),
  roleArn: z.string(),
  /** Null: it works in a network of AWS's own. */
  vpcId: z.string().nullable(),
  subnetIds: z.array(z.string()),
});

/** Lambda reads a stream and calls a function with the records: the function itself calls no Kinesis for that. */
export const eventSourceMappingSchema = z.object({
  id: z.string(),
  functionArn: z.string(),
  /** ARN of a stream or of a consumer. */
  sourceArn: z.string(),
});

/** A service of ECS; its tasks have a network interface of their own, or the one of their host. */
export const ecsServiceSchema = z.object({
  arn: z.string(),
  name: z.string(),
  /** Of the tasks' own interfaces; null where they use their host's. */
  subnetIds: z.array(z.string()).nullable(),
  /** Null: the tasks have no role. */
  taskRoleArn: observedSchema(z.string().nullable()),
  /** Whether commands can be run in its tasks (ECS Exec). */
  takesCommands: addedPart("ecs:DescribeServices", z.boolean()),
});

/** An EKS cluster: its pods get roles by pod identity associations, or by its OpenID Connect issuer. */
export const eksClusterSchema = z.object({
  name: z.string(),
  vpcId: observedSchema(z.string()),
  subnetIds: observedSchema(z.array(z.string())),
  /** Without `https://`; null where it has none. */
  oidcIssuer: observedSchema(z.string().nullable()),
  podRoleArns: observedSchema(z.array(z.string())),
});

export type Instance = z.infer<typeof instanceSchema>;
export type LambdaFunction = z.infer<typeof lambdaFunctionSchema>;
export type EventSourceMapping = z.infer<typeof eventSourceMappingSchema>;
export type EcsService = z.infer<typeof ecsServiceSchema>;
export type EksCluster = z.infer<typeof eksClusterSchema>;
