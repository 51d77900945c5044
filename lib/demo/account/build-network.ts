import type { IpPermission, Route, RouteTable, SecurityGroup, Subnet, Tag, Vpc } from "@aws-sdk/client-ec2";
import { accountId } from "./identifiers";

export function buildVpc(vpcId: string, name: string, cidr: string, isDefault = false): Vpc {
  return {
    VpcId: vpcId,
    CidrBlock: cidr,
    State: "available",
    IsDefault: isDefault,
    InstanceTenancy: "default",
    OwnerId: accountId,
    DhcpOptionsId: "dopt-0a1b2c3d",
    CidrBlockAssociationSet: [
      {
        AssociationId: `vpc-cidr-assoc-${vpcId.slice(4)}`,
        CidrBlock: cidr,
        CidrBlockState: { State: "associated" },
      },
    ],
    Tags: nameTag(name),
  };
}

interface DemoSubnet {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly name: string;
  /** Region with the zone's letter, `us-east-1a`. */
  readonly zone: string;
  readonly zoneId: string;
  readonly cidr: string;
  readonly isPublic?: boolean;
}

export function buildSubnet({
  subnetId,
  vpcId,
  name,
  zone,
  zoneId,
  cidr,
  isPublic = false,
}: DemoSubnet): Subnet {
  return {
    SubnetId: subnetId,
    SubnetArn: `arn:aws:ec2:${zone.slice(0, -1)}:${accountId}:subnet/${subnetId}`,
    VpcId: vpcId,
    AvailabilityZone: zone,
    AvailabilityZoneId: zoneId,
    CidrBlock: cidr,
    AvailableIpAddressCount: 240,
    State: "available",
    MapPublicIpOnLaunch: isPublic,
    DefaultForAz: false,
    OwnerId: accountId,
    Tags: nameTag(name),
  };
}

interface DemoSecurityGroup {
  readonly groupId: string;
  readonly vpcId: string;
  readonly name: string;
  readonly description: string;
  readonly inbound: readonly IpPermission[];
}

export function buildSecurityGroup({
  groupId,
  vpcId,
  name,
  description,
  inbound,
}: DemoSecurityGroup): SecurityGroup {
  return {
    GroupId: groupId,
    GroupName: name,
    Description: description,
    VpcId: vpcId,
    OwnerId: accountId,
    IpPermissions: [...inbound],
    IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    Tags: [],
  };
}

/** The group that every VPC has: open to itself. */
export function buildDefaultSecurityGroup(groupId: string, vpcId: string): SecurityGroup {
  return buildSecurityGroup({
    groupId,
    vpcId,
    name: "default",
    description: "default VPC security group",
    inbound: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: groupId, UserId: accountId }] }],
  });
}

interface DemoRouteTable {
  readonly routeTableId: string;
  readonly vpcId: string;
  readonly name: string;
  readonly cidr: string;
  readonly routes?: readonly Route[];
  readonly subnetIds: readonly string[];
  readonly isMain?: boolean;
}

export function buildRouteTable({
  routeTableId,
  vpcId,
  name,
  cidr,
  routes = [],
  subnetIds,
  isMain = false,
}: DemoRouteTable): RouteTable {
  const associated = { RouteTableId: routeTableId, AssociationState: { State: "associated" as const } };
  const suffix = routeTableId.slice(4);
  return {
    RouteTableId: routeTableId,
    VpcId: vpcId,
    OwnerId: accountId,
    Routes: [
      { DestinationCidrBlock: cidr, GatewayId: "local", Origin: "CreateRouteTable", State: "active" },
      ...routes,
    ],
    Associations: [
      ...(isMain ? [{ ...associated, RouteTableAssociationId: `rtbassoc-${suffix}`, Main: true }] : []),
      ...subnetIds.map((subnetId, index) =>
        Object.assign(
          { RouteTableAssociationId: `rtbassoc-${suffix}${index}`, SubnetId: subnetId, Main: false },
          associated,
        ),
      ),
    ],
    Tags: nameTag(name),
  };
}

export function throughInternetGateway(gatewayId: string): Route {
  return { DestinationCidrBlock: "0.0.0.0/0", GatewayId: gatewayId, Origin: "CreateRoute", State: "active" };
}

export function throughNatGateway(natGatewayId: string): Route {
  return {
    DestinationCidrBlock: "0.0.0.0/0",
    NatGatewayId: natGatewayId,
    Origin: "CreateRoute",
    State: "active",
  };
}

export function nameTag(name: string): Tag[] {
  return [{ Key: "Name", Value: name }];
}
