import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type Subnet,
  type Vpc,
} from "@aws-sdk/client-ec2";
import type { RegionFacts } from "../account-facts";
import { isMarked, markedTags, type SeedContext } from "./seed-context";
import { seedSecurityGroups } from "./seed-security-groups";

/** VPCs, subnets and security groups. Routes stay as the emulator makes them: gateways would have to be made too. */
export async function seedNetwork(context: SeedContext, facts: RegionFacts): Promise<void> {
  for (const vpc of facts.vpcs) await seedVpc(context, vpc);
  for (const subnet of facts.subnets) await seedSubnet(context, subnet);
  await seedSecurityGroups(context, facts.securityGroups);
}

async function seedVpc({ clients, log, translation }: SeedContext, vpc: Vpc): Promise<void> {
  const made = await log.make("VPCs", vpc.VpcId ?? "", {
    find: async () => {
      const { Vpcs = [] } = await clients.ec2.send(new DescribeVpcsCommand({}));
      return Vpcs.find(({ Tags }) => isMarked(Tags, vpc.VpcId));
    },
    make: async () => {
      const { Vpc } = await clients.ec2.send(
        new CreateVpcCommand({
          CidrBlock: vpc.CidrBlock,
          TagSpecifications: [{ ResourceType: "vpc", Tags: markedTags(vpc.Tags, vpc.VpcId) }],
        }),
      );
      return Vpc;
    },
  });
  translation.add(vpc.VpcId, made?.VpcId);
}

async function seedSubnet({ clients, log, translation }: SeedContext, subnet: Subnet): Promise<void> {
  const made = await log.make("subnets", subnet.SubnetId ?? "", {
    find: async () => {
      const { Subnets = [] } = await clients.ec2.send(new DescribeSubnetsCommand({}));
      return Subnets.find(({ Tags }) => isMarked(Tags, subnet.SubnetId));
    },
    make: async () => {
      const { Subnet } = await clients.ec2.send(
        new CreateSubnetCommand({
          VpcId: translation.of(subnet.VpcId ?? ""),
          CidrBlock: subnet.CidrBlock,
          AvailabilityZone: subnet.AvailabilityZone,
          TagSpecifications: [{ ResourceType: "subnet", Tags: markedTags(subnet.Tags, subnet.SubnetId) }],
        }),
      );
      return Subnet;
    },
  });
  translation.add(subnet.SubnetId, made?.SubnetId);
}
