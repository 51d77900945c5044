import type { HostedZoneSummary } from "@aws-sdk/client-route-53";
import { accountId, usEast1 } from "./identifiers";
import {
  buildRouteTable,
  buildSubnet,
  buildVpc,
  throughInternetGateway,
  throughNatGateway,
} from "./build-network";
import { usEndpoints } from "./endpoints-us-east-1";
import type { NetworkFacts } from "./network-facts";
import { endpointIds, prefixListId, subnetIds, vpcIds } from "./network-ids";
import { usSecurityGroups } from "./security-groups-us-east-1";

const { core, analytics, sandbox } = vpcIds;

export function usNetwork(): NetworkFacts {
  return {
    vpcs: [
      buildVpc(core, "core", "10.20.0.0/16"),
      buildVpc(analytics, "analytics", "10.30.0.0/16"),
      buildVpc(sandbox, "sandbox", "172.31.0.0/16", true),
    ],
    subnets: subnets(),
    securityGroups: usSecurityGroups(),
    routeTables: routeTables(),
    vpcEndpoints: usEndpoints(),
    prefixLists: [
      {
        list: {
          PrefixListId: prefixListId,
          PrefixListArn: `arn:aws:ec2:${usEast1}:${accountId}:prefix-list/${prefixListId}`,
          PrefixListName: "analytics-clients",
          AddressFamily: "IPv4",
          State: "create-complete",
          MaxEntries: 10,
          Version: 3,
          OwnerId: accountId,
        },
        entries: [
          { Cidr: "10.30.1.0/24", Description: "spark workers" },
          { Cidr: "10.30.2.0/24", Description: "notebooks" },
        ],
      },
    ],
    hostedZones: {
      // The account host names of the SDK are missing: calls by ARN leave through the internet.
      [core]: [zone("Z01CORE8Q4XN2KM7P6A1", "kinesis.us-east-1.amazonaws.com.")],
      [analytics]: [
        zone("Z02ANLY5R8TB3VC9D2E4", "kinesis.us-east-1.amazonaws.com."),
        zone("Z03ANLY5R8TB3VC9D2E5", "data-kinesis.us-east-1.amazonaws.com."),
        zone("Z04ANLY5R8TB3VC9D2E6", "control-kinesis.us-east-1.amazonaws.com."),
      ],
      [sandbox]: [zone("Z05SAND1W6YH8JL0F3G7", "sandbox.acme.internal.")],
    },
  };
}

function subnets() {
  return [
    buildSubnet({
      subnetId: subnetIds.coreA,
      vpcId: core,
      name: "core-a",
      zone: "us-east-1a",
      zoneId: "use1-az1",
      cidr: "10.20.1.0/24",
    }),
    buildSubnet({
      subnetId: subnetIds.coreB,
      vpcId: core,
      name: "core-b",
      zone: "us-east-1b",
      zoneId: "use1-az2",
      cidr: "10.20.2.0/24",
    }),
    buildSubnet({
      subnetId: subnetIds.corePublic,
      vpcId: core,
      name: "core-public",
      zone: "us-east-1a",
      zoneId: "use1-az1",
      cidr: "10.20.100.0/24",
      isPublic: true,
    }),
    buildSubnet({
      subnetId: subnetIds.analyticsA,
      vpcId: analytics,
      name: "analytics-a",
      zone: "us-east-1a",
      zoneId: "use1-az1",
      cidr: "10.30.1.0/24",
    }),
    buildSubnet({
      subnetId: subnetIds.analyticsB,
      vpcId: analytics,
      name: "analytics-b",
      zone: "us-east-1c",
      zoneId: "use1-az4",
      cidr: "10.30.2.0/24",
    }),
    buildSubnet({
      subnetId: subnetIds.sandboxA,
      vpcId: sandbox,
      name: "sandbox-a",
      zone: "us-east-1a",
      zoneId: "use1-az1",
      cidr: "172.31.0.0/20",
      isPublic: true,
    }),
  ];
}

function routeTables() {
  return [
    buildRouteTable({
      routeTableId: "rtb-0b20b21c22d23e241",
      vpcId: core,
      name: "core-private",
      cidr: "10.20.0.0/16",
      routes: [
        throughNatGateway("nat-0b20b21c22d23e24f"),
        {
          DestinationPrefixListId: "pl-63a5400a",
          GatewayId: endpointIds.coreS3,
          Origin: "CreateRoute",
          State: "active",
        },
      ],
      subnetIds: [subnetIds.coreA, subnetIds.coreB],
      isMain: true,
    }),
    buildRouteTable({
      routeTableId: "rtb-0b20b21c22d23e242",
      vpcId: core,
      name: "core-public",
      cidr: "10.20.0.0/16",
      routes: [throughInternetGateway("igw-0b20b21c22d23e24a")],
      subnetIds: [subnetIds.corePublic],
    }),
    buildRouteTable({
      routeTableId: "rtb-0c30b31c32d33e341",
      vpcId: analytics,
      name: "analytics-private",
      cidr: "10.30.0.0/16",
      subnetIds: [subnetIds.analyticsA, subnetIds.analyticsB],
      isMain: true,
    }),
    // The sandbox's subnet follows the main table without saying so.
    buildRouteTable({
      routeTableId: "rtb-0d00b01c02d03e041",
      vpcId: sandbox,
      name: "sandbox-main",
      cidr: "172.31.0.0/16",
      routes: [throughInternetGateway("igw-0d00b01c02d03e04a")],
      subnetIds: [],
      isMain: true,
    }),
  ];
}

function zone(hostedZoneId: string, name: string): HostedZoneSummary {
  return { HostedZoneId: hostedZoneId, Name: name, Owner: { OwningAccount: accountId } };
}
