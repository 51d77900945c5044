import { CreateVpcEndpointCommand, DescribeVpcEndpointsCommand, type VpcEndpoint } from "@aws-sdk/client-ec2";
import { isMarked, markedTags, type SeedContext } from "./seed-context";

export async function seedEndpoints(context: SeedContext, endpoints: readonly VpcEndpoint[]): Promise<void> {
  for (const endpoint of endpoints) {
    const made = await context.log.make("VPC endpoints", endpoint.VpcEndpointId ?? "", {
      find: () => findEndpoint(context, endpoint),
      make: () => createEndpoint(context, endpoint),
    });
    context.translation.add(endpoint.VpcEndpointId, made?.VpcEndpointId);
  }
}

async function findEndpoint({ clients }: SeedContext, endpoint: VpcEndpoint) {
  const { VpcEndpoints = [] } = await clients.ec2.send(new DescribeVpcEndpointsCommand({}));
  return VpcEndpoints.find(({ Tags }) => isMarked(Tags, endpoint.VpcEndpointId));
}

/** A gateway endpoint is made without its route tables, which are the emulator's own. */
async function createEndpoint({ clients, translation }: SeedContext, endpoint: VpcEndpoint) {
  const { SubnetIds = [], Groups = [], PolicyDocument } = endpoint;
  const ofInterface = endpoint.VpcEndpointType === "Interface" && {
    SubnetIds: SubnetIds.map((id) => translation.of(id)),
    SecurityGroupIds: Groups.map(({ GroupId = "" }) => translation.of(GroupId)),
    PrivateDnsEnabled: endpoint.PrivateDnsEnabled,
  };
  const { VpcEndpoint: made } = await clients.ec2.send(
    new CreateVpcEndpointCommand({
      VpcEndpointType: endpoint.VpcEndpointType,
      VpcId: translation.of(endpoint.VpcId ?? ""),
      ServiceName: endpoint.ServiceName,
      ...ofInterface,
      ...(PolicyDocument !== undefined && { PolicyDocument: translation.of(PolicyDocument) }),
      TagSpecifications: [
        { ResourceType: "vpc-endpoint", Tags: markedTags(endpoint.Tags, endpoint.VpcEndpointId) },
      ],
    }),
  );
  return made;
}
