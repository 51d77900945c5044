import "server-only";
import { DescribeSubnetsCommand, DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { readEc2List } from "@/lib/collectors/ec2-pages";
import { ec2TagsSchema, nameIn } from "@/lib/collectors/ec2-tags";
import { present } from "@/lib/collectors/present";
import type { Subnet, Vpc } from "@/lib/model/network";
import type { Observed } from "@/lib/model/observed";

const vpcsSchema = z.object({
  Vpcs: z.array(
    z.object({
      VpcId: z.string(),
      CidrBlock: z.string().nullish(),
      IsDefault: z.boolean(),
      OwnerId: z.string().nullish(),
      Tags: ec2TagsSchema,
    }),
  ),
  NextToken: z.string().nullish(),
});
const subnetsSchema = z.object({
  Subnets: z.array(
    z.object({
      SubnetId: z.string(),
      VpcId: z.string(),
      AvailabilityZone: z.string(),
      CidrBlock: z.string().nullish(),
      Tags: ec2TagsSchema,
    }),
  ),
  NextToken: z.string().nullish(),
});

type VpcAnswer = z.infer<typeof vpcsSchema>["Vpcs"][number];
type SubnetAnswer = z.infer<typeof subnetsSchema>["Subnets"][number];

export function collectVpcs(context: CallContext): Promise<Observed<Vpc[]>> {
  const { aws, clients, region } = context;
  return aws.observe(calls.describeVpcs, { region }, async () => {
    const vpcs = await readEc2List(context, {
      call: calls.describeVpcs,
      schema: vpcsSchema,
      send: (page, options) => clients.ec2.send(new DescribeVpcsCommand(page), options),
      pageOf: ({ Vpcs, NextToken }) => ({ items: Vpcs, next: NextToken }),
      keyOf: ({ VpcId }) => VpcId,
    });
    return vpcs.map(toVpc);
  });
}

export function collectSubnets(context: CallContext): Promise<Observed<Subnet[]>> {
  const { aws, clients, region } = context;
  return aws.observe(calls.describeSubnets, { region }, async () => {
    const subnets = await readEc2List(context, {
      call: calls.describeSubnets,
      schema: subnetsSchema,
      send: (page, options) => clients.ec2.send(new DescribeSubnetsCommand(page), options),
      pageOf: ({ Subnets, NextToken }) => ({ items: Subnets, next: NextToken }),
      keyOf: ({ SubnetId }) => SubnetId,
    });
    return subnets.map(toSubnet);
  });
}

function toVpc({ VpcId, CidrBlock, IsDefault, OwnerId, Tags }: VpcAnswer): Vpc {
  return {
    id: VpcId,
    isDefault: IsDefault,
    ...present({ cidrBlock: CidrBlock, ownerId: OwnerId, name: nameIn(Tags) }),
  };
}

function toSubnet({ SubnetId, VpcId, AvailabilityZone, CidrBlock, Tags }: SubnetAnswer): Subnet {
  return {
    id: SubnetId,
    vpcId: VpcId,
    availabilityZone: AvailabilityZone,
    ...present({ cidrBlock: CidrBlock, name: nameIn(Tags) }),
  };
}
