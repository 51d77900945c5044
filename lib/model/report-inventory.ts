import { z } from "zod";
import { kmsKeySchema } from "@/lib/model/kms-key";
import {
  routeTableSchema,
  securityGroupSchema,
  subnetSchema,
  vpcEndpointSchema,
  vpcSchema,
} from "@/lib/model/network";
import { observedSchema } from "@/lib/model/observed";

export const reportPolicySchema = z.object({
  /** ARN of a managed policy, else as `policyId` names it. */
  id: z.string(),
  kind: z.enum(["managed", "inline", "trust", "stream", "consumer", "key", "endpoint"]),
  name: z.string(),
  awsManaged: z.boolean(),
  /** As AWS gave it, URL-decoded. */
  text: z.string(),
  /** Principals that it is attached to, or the one resource that it belongs to. */
  attachedTo: z.array(z.string()),
  statementCount: z.number().int(),
  /** Why the document could not be read; every check that needs it says so. */
  problem: z.string().exactOptional(),
});

export const reportPrincipalSchema = z.object({
  arn: z.string(),
  kind: z.enum(["user", "group", "role"]),
  name: z.string(),
  accountId: z.string(),
  createdAt: z.string().exactOptional(),
  lastUsedAt: z.string().exactOptional(),
  /** Ids of the policies in force for it, those of its groups included. */
  policyIds: z.array(z.string()),
  boundaryId: z.string().exactOptional(),
  groupNames: z.array(z.string()),
});

/** A key may have tens of thousands of grants: they stay in the snapshot, and a finding names the one that it is about. */
export const reportKeySchema = kmsKeySchema.omit({ policy: true, grants: true }).extend({
  policy: observedSchema(z.literal(true)),
  streamArns: z.array(z.string()),
});

export const reportNetworkSchema = z.object({
  accountId: z.string(),
  region: z.string(),
  vpcEndpoints: observedSchema(z.array(vpcEndpointSchema)),
  securityGroups: observedSchema(z.array(securityGroupSchema)),
  subnets: observedSchema(z.array(subnetSchema)),
  vpcs: observedSchema(z.array(vpcSchema)),
  routeTables: observedSchema(z.array(routeTableSchema)),
});
