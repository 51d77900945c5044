import type { DescribeVpcEndpointsCommandInput, VpcEndpoint } from "@aws-sdk/client-ec2";
import type { WireContext } from "../wire-service";
import { describe, type Listing } from "./ec2-list";

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html */
const vpcEndpoints: Listing<VpcEndpoint> = {
  operation: "ec2:DescribeVpcEndpoints",
  resources: (facts) => facts.vpcEndpoints,
  idOf: ({ VpcEndpointId }) => VpcEndpointId,
  notFoundCode: "InvalidVpcEndpointId.NotFound",
  filters: {
    "service-name": ({ ServiceName }) => ServiceName,
    "service-region": ({ ServiceRegion }) => ServiceRegion,
    "ip-address-type": ({ IpAddressType }) => IpAddressType,
    "vpc-id": ({ VpcId }) => VpcId,
    "vpc-endpoint-id": ({ VpcEndpointId }) => VpcEndpointId,
    "vpc-endpoint-state": ({ State }) => stateOnWire(State),
    "vpc-endpoint-type": ({ VpcEndpointType }) => VpcEndpointType,
  },
  pageMin: 1,
  cutsPage: true,
};

export function describeVpcEndpoints(input: DescribeVpcEndpointsCommandInput, context: WireContext): object {
  const { items, nextToken } = describe(vpcEndpoints, { ...input, ids: input.VpcEndpointIds }, context);
  return { VpcEndpoints: items.map(onWire), NextToken: nextToken };
}

/** The SDK's type says `Available`; EC2 answers `available`, as its samples show. */
function onWire(endpoint: VpcEndpoint): object {
  return { ...endpoint, State: stateOnWire(endpoint.State) };
}

function stateOnWire(state: string | undefined): string | undefined {
  return state && state.charAt(0).toLowerCase() + state.slice(1);
}
