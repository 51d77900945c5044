import type {
  DescribeRouteTablesCommandInput,
  DescribeRouteTablesCommandOutput,
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput,
  DescribeSubnetsCommandInput,
  DescribeSubnetsCommandOutput,
  DescribeVpcsCommandInput,
  DescribeVpcsCommandOutput,
  RouteTable,
  SecurityGroup,
  Subnet,
  Vpc,
} from "@aws-sdk/client-ec2";
import type { Answer, WireContext } from "../wire-service";
import { describe, type Listing } from "./ec2-list";

const vpcs: Listing<Vpc> = {
  operation: "ec2:DescribeVpcs",
  resources: (facts) => facts.vpcs,
  idOf: ({ VpcId }) => VpcId,
  notFoundCode: "InvalidVpcID.NotFound",
  filters: {
    "vpc-id": ({ VpcId }) => VpcId,
    "owner-id": ({ OwnerId }) => OwnerId,
    state: ({ State }) => State,
    cidr: ({ CidrBlock }) => CidrBlock,
    "is-default": ({ IsDefault }) => String(IsDefault ?? false),
  },
};

export function describeVpcs(
  input: DescribeVpcsCommandInput,
  context: WireContext,
): Answer<DescribeVpcsCommandOutput> {
  const { items, nextToken } = describe(vpcs, { ...input, ids: input.VpcIds }, context);
  return { Vpcs: items, NextToken: nextToken };
}

const subnets: Listing<Subnet> = {
  operation: "ec2:DescribeSubnets",
  resources: (facts) => facts.subnets,
  idOf: ({ SubnetId }) => SubnetId,
  notFoundCode: "InvalidSubnetID.NotFound",
  filters: {
    "subnet-id": ({ SubnetId }) => SubnetId,
    "vpc-id": ({ VpcId }) => VpcId,
    "owner-id": ({ OwnerId }) => OwnerId,
    state: ({ State }) => State,
    "availability-zone": ({ AvailabilityZone }) => AvailabilityZone,
  },
};

export function describeSubnets(
  input: DescribeSubnetsCommandInput,
  context: WireContext,
): Answer<DescribeSubnetsCommandOutput> {
  const { items, nextToken } = describe(subnets, { ...input, ids: input.SubnetIds }, context);
  return { Subnets: items, NextToken: nextToken };
}

const securityGroups: Listing<SecurityGroup> = {
  operation: "ec2:DescribeSecurityGroups",
  resources: (facts) => facts.securityGroups,
  idOf: ({ GroupId }) => GroupId,
  notFoundCode: "InvalidGroup.NotFound",
  filters: {
    "group-id": ({ GroupId }) => GroupId,
    "group-name": ({ GroupName }) => GroupName,
    "vpc-id": ({ VpcId }) => VpcId,
    "owner-id": ({ OwnerId }) => OwnerId,
    description: ({ Description }) => Description,
  },
};

export function describeSecurityGroups(
  input: DescribeSecurityGroupsCommandInput,
  context: WireContext,
): Answer<DescribeSecurityGroupsCommandOutput> {
  const { items, nextToken } = describe(securityGroups, { ...input, ids: input.GroupIds }, context);
  return { SecurityGroups: items, NextToken: nextToken };
}

const routeTables: Listing<RouteTable> = {
  operation: "ec2:DescribeRouteTables",
  resources: (facts) => facts.routeTables,
  idOf: ({ RouteTableId }) => RouteTableId,
  notFoundCode: "InvalidRouteTableID.NotFound",
  filters: {
    "route-table-id": ({ RouteTableId }) => RouteTableId,
    "vpc-id": ({ VpcId }) => VpcId,
    "owner-id": ({ OwnerId }) => OwnerId,
    "association.subnet-id": ({ Associations = [] }) => Associations.map(({ SubnetId }) => SubnetId),
    "association.main": ({ Associations = [] }) => Associations.map(({ Main }) => String(Main ?? false)),
  },
};

export function describeRouteTables(
  input: DescribeRouteTablesCommandInput,
  context: WireContext,
): Answer<DescribeRouteTablesCommandOutput> {
  const { items, nextToken } = describe(routeTables, { ...input, ids: input.RouteTableIds }, context);
  return { RouteTables: items, NextToken: nextToken };
}
