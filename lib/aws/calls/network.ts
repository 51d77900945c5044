import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { ec2Read } from "@/lib/aws/calls/ec2-read";

const route53Quotas =
  "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests";

/** Endpoints and what is round them. */
export const networkCalls = {
  describeVpcEndpoints: {
    action: "ec2:DescribeVpcEndpoints",
    ...ec2Read,
    keeps: [
      "VpcEndpointId",
      "VpcId",
      "ServiceName",
      "VpcEndpointType",
      "State",
      "SubnetIds",
      "Groups",
      "PrivateDnsEnabled",
      "IpAddressType",
      "PolicyDocument",
      "NetworkInterfaceIds",
      "DnsEntries",
      "CreationTimestamp",
      "Tags",
    ],
  },
  describeSecurityGroups: {
    action: "ec2:DescribeSecurityGroups",
    ...ec2Read,
    keeps: ["GroupId", "GroupName", "VpcId", "Description", "IpPermissions"],
  },
  describeSubnets: {
    action: "ec2:DescribeSubnets",
    ...ec2Read,
    keeps: ["SubnetId", "VpcId", "AvailabilityZone", "CidrBlock", "Tags.Name"],
  },
  describeVpcs: {
    action: "ec2:DescribeVpcs",
    ...ec2Read,
    keeps: ["VpcId", "CidrBlock", "IsDefault", "OwnerId", "Tags.Name"],
  },
  describeRouteTables: {
    action: "ec2:DescribeRouteTables",
    ...ec2Read,
    keeps: ["RouteTableId", "VpcId", "Associations", "Routes"],
  },
  describeManagedPrefixLists: {
    action: "ec2:DescribeManagedPrefixLists",
    ...ec2Read,
    keeps: ["PrefixListId", "PrefixListName"],
  },
  getManagedPrefixListEntries: {
    action: "ec2:GetManagedPrefixListEntries",
    ...ec2Read,
    keeps: ["Cidr"],
  },
  listHostedZonesByVpc: {
    action: "route53:ListHostedZonesByVPC",
    perSecond: 5,
    rateSource: route53Quotas,
    global: true,
    keeps: ["Name"],
  },
} as const satisfies Record<string, AwsCall>;
