import type { SecurityGroup } from "@aws-sdk/client-ec2";
import { accountId, euWest1 } from "./identifiers";
import { buildRouteTable, buildSecurityGroup, buildSubnet, buildVpc } from "./build-network";
import { buildInterfaceEndpoint } from "./build-endpoint";
import { paymentsEndpointPolicy } from "./endpoint-policies";
import { endpointIds, securityGroupIds, subnetIds, vpcIds } from "./network-ids";
import type { NetworkFacts } from "./network-facts";

const vpcId = vpcIds.payments;
const cidr = "10.40.0.0/16";

/** One VPC, without a way to the internet, and an endpoint as it should be. */
export function euNetwork(): NetworkFacts {
  return {
    vpcs: [buildVpc(vpcId, "payments", cidr)],
    subnets: [
      buildSubnet({
        subnetId: subnetIds.paymentsA,
        vpcId,
        name: "payments-a",
        zone: "eu-west-1a",
        zoneId: "euw1-az1",
        cidr: "10.40.1.0/24",
      }),
      buildSubnet({
        subnetId: subnetIds.paymentsB,
        vpcId,
        name: "payments-b",
        zone: "eu-west-1b",
        zoneId: "euw1-az2",
        cidr: "10.40.2.0/24",
      }),
    ],
    securityGroups: securityGroups(),
    routeTables: [
      buildRouteTable({
        routeTableId: "rtb-0a40b41c42d43e441",
        vpcId,
        name: "payments-private",
        cidr,
        subnetIds: [subnetIds.paymentsA, subnetIds.paymentsB],
        isMain: true,
      }),
    ],
    vpcEndpoints: [
      buildInterfaceEndpoint({
        region: euWest1,
        endpointId: endpointIds.euKinesis,
        vpcId,
        service: "kinesis-streams",
        dnsName: "kinesis.eu-west-1.amazonaws.com",
        name: "payments-kinesis",
        createdOn: "2026-01-12",
        subnetIds: [subnetIds.paymentsA, subnetIds.paymentsB],
        groups: [{ id: securityGroupIds.paymentsEndpoint, name: "kinesis-endpoint" }],
        hasPrivateDns: true,
        policy: paymentsEndpointPolicy(),
      }),
    ],
    prefixLists: [],
    hostedZones: {},
  };
}

function securityGroups(): SecurityGroup[] {
  return [
    buildSecurityGroup({
      groupId: securityGroupIds.paymentsEndpoint,
      vpcId,
      name: "kinesis-endpoint",
      description: "HTTPS from the ledger's tasks",
      inbound: [
        {
          IpProtocol: "tcp",
          FromPort: 443,
          ToPort: 443,
          UserIdGroupPairs: [
            { GroupId: securityGroupIds.paymentsTasks, UserId: accountId, Description: "ledger tasks" },
          ],
        },
      ],
    }),
    buildSecurityGroup({
      groupId: securityGroupIds.paymentsTasks,
      vpcId,
      name: "ledger-tasks",
      description: "Producers and consumers of the ledger",
      inbound: [],
    }),
  ];
}
