import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";
import { tagsSchema } from "@/lib/model/tags";

/** A VPC endpoint for Kinesis Data Streams (`kinesis-streams` or `kinesis-streams-fips`). */
export const vpcEndpointSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  region: z.string(),
  vpcId: z.string(),
  serviceName: z.string(),
  /** Absent in some emulators' answers, hence observed one by one. */
  type: observedSchema(z.string()),
  state: observedSchema(z.string()),
  subnetIds: observedSchema(z.array(z.string())),
  securityGroupIds: observedSchema(z.array(z.string())),
  privateDnsEnabled: observedSchema(z.boolean()),
  /** `ipv4`, `ipv6` or `dualstack`. */
  ipAddressType: observedSchema(z.string()),
  policy: observedSchema(z.string()),
  networkInterfaceIds: z.array(z.string()),
  dnsNames: z.array(z.string()),
  createdAt: z.string().exactOptional(),
  tags: tagsSchema,
});

const securityGroupRuleSchema = z.object({
  /** `tcp`, `udp`, `icmp`, a protocol number, or `-1` for all. */
  protocol: z.string(),
  fromPort: z.number().int().exactOptional(),
  toPort: z.number().int().exactOptional(),
  cidrBlocks: z.array(z.string()),
  ipv6CidrBlocks: z.array(z.string()),
  prefixListIds: z.array(z.string()),
  sourceGroupIds: z.array(z.string()),
});

export const securityGroupSchema = z.object({
  id: z.string(),
  name: z.string(),
  vpcId: z.string(),
  description: z.string(),
  inboundRules: z.array(securityGroupRuleSchema),
});

export const subnetSchema = z.object({
  id: z.string(),
  vpcId: z.string(),
  availabilityZone: z.string(),
  cidrBlock: z.string().exactOptional(),
  name: z.string().exactOptional(),
});

export const vpcSchema = z.object({
  id: z.string(),
  cidrBlock: z.string().exactOptional(),
  isDefault: z.boolean(),
  ownerId: z.string().exactOptional(),
  name: z.string().exactOptional(),
});

export const routeTableSchema = z.object({
  id: z.string(),
  vpcId: z.string(),
  isMain: z.boolean(),
  subnetIds: z.array(z.string()),
  routes: z.array(
    z.object({ destination: z.string(), target: z.string(), state: z.string().exactOptional() }),
  ),
});

export const prefixListSchema = z.object({
  id: z.string(),
  name: z.string().exactOptional(),
  cidrBlocks: observedSchema(z.array(z.string())),
});

/** The private hosted zones that are associated with a VPC. */
export const vpcHostedZonesSchema = z.object({
  vpcId: z.string(),
  /** Zone names without the trailing dot. */
  zoneNames: observedSchema(z.array(z.string())),
});

export type VpcEndpoint = z.infer<typeof vpcEndpointSchema>;
export type SecurityGroupRule = z.infer<typeof securityGroupRuleSchema>;
export type SecurityGroup = z.infer<typeof securityGroupSchema>;
export type Subnet = z.infer<typeof subnetSchema>;
export type Vpc = z.infer<typeof vpcSchema>;
export type RouteTable = z.infer<typeof routeTableSchema>;
export type PrefixList = z.infer<typeof prefixListSchema>;
export type VpcHostedZones = z.infer<typeof vpcHostedZonesSchema>;
