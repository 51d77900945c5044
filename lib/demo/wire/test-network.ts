import type { RegionFacts } from "../account-facts";

const createdAt = new Date("2026-03-04T05:06:07.250Z");
const everything = { CidrIp: "0.0.0.0/0", Description: "all <of> it" };

type Network = Pick<
  RegionFacts,
  "vpcs" | "subnets" | "securityGroups" | "routeTables" | "vpcEndpoints" | "prefixLists" | "hostedZones"
>;

export const testNetwork: Network = {
  vpcs: [
    {
      VpcId: "vpc-1",
      CidrBlock: "10.0.0.0/16",
      State: "available",
      IsDefault: false,
      Tags: [{ Key: "Name", Value: "data" }],
    },
    { VpcId: "vpc-2", CidrBlock: "10.1.0.0/16", State: "available", IsDefault: true, Tags: [] },
  ],
  subnets: [
    {
      SubnetId: "subnet-1",
      VpcId: "vpc-1",
      CidrBlock: "10.0.0.0/24",
      AvailableIpAddressCount: 251,
      MapPublicIpOnLaunch: false,
    },
    {
      SubnetId: "subnet-2",
      VpcId: "vpc-2",
      CidrBlock: "10.1.0.0/24",
      AvailableIpAddressCount: 0,
      MapPublicIpOnLaunch: true,
    },
  ],
  securityGroups: [
    {
      GroupId: "sg-1",
      GroupName: "endpoint",
      Description: "Endpoint",
      VpcId: "vpc-1",
      OwnerId: "111122223333",
      IpPermissions: [
        {
          IpProtocol: "tcp",
          FromPort: 443,
          ToPort: 443,
          IpRanges: [everything],
          Ipv6Ranges: [{ CidrIpv6: "::/0" }],
          PrefixListIds: [{ PrefixListId: "pl-1" }],
          UserIdGroupPairs: [{ GroupId: "sg-2", UserId: "111122223333" }],
        },
      ],
      IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [everything] }],
    },
    { GroupId: "sg-2", GroupName: "default", VpcId: "vpc-2", IpPermissions: [] },
  ],
  routeTables: [
    {
      RouteTableId: "rtb-1",
      VpcId: "vpc-1",
      Routes: [
        { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", State: "active", Origin: "CreateRoute" },
      ],
      Associations: [{ RouteTableAssociationId: "rtbassoc-1", SubnetId: "subnet-1", Main: false }],
    },
    {
      RouteTableId: "rtb-2",
      VpcId: "vpc-2",
      Associations: [{ RouteTableAssociationId: "rtbassoc-2", Main: true }],
    },
  ],
  vpcEndpoints: [
    {
      VpcEndpointId: "vpce-1",
      VpcEndpointType: "Interface",
      VpcId: "vpc-1",
      ServiceName: "com.amazonaws.eu-central-1.kinesis-streams",
      State: "Available",
      PolicyDocument: '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}',
      SubnetIds: ["subnet-1"],
      Groups: [{ GroupId: "sg-1", GroupName: "endpoint" }],
      PrivateDnsEnabled: true,
      NetworkInterfaceIds: ["eni-1"],
      DnsEntries: [{ DnsName: "vpce-1.kinesis.eu-central-1.vpce.amazonaws.com", HostedZoneId: "Z1" }],
      CreationTimestamp: createdAt,
      Tags: [{ Key: "Owner", Value: "TeamA" }],
    },
    {
      VpcEndpointId: "vpce-2",
      VpcEndpointType: "Gateway",
      VpcId: "vpc-2",
      ServiceName: "com.amazonaws.eu-central-1.s3",
      RouteTableIds: ["rtb-2"],
    },
  ],
  prefixLists: [
    {
      list: {
        PrefixListId: "pl-1",
        PrefixListName: "offices",
        AddressFamily: "IPv4",
        MaxEntries: 200,
        Version: 3,
      },
      entries: Array.from({ length: 101 }, (_, index) => ({
        Cidr: `10.9.${index}.0/24`,
        Description: `Office ${index}`,
      })),
    },
  ],
  hostedZones: {
    "vpc-1": [
      { HostedZoneId: "Z111", Name: "corp.example.", Owner: { OwningAccount: "111122223333" } },
      { HostedZoneId: "Z222", Name: "efs.example.", Owner: { OwningService: "efs.amazonaws.com" } },
    ],
  },
};
