import type { VpcEndpoint } from "@aws-sdk/client-ec2";
import { available, buildInterfaceEndpoint } from "./build-endpoint";
import { nameTag } from "./build-network";
import { defaultEndpointPolicy, organizationCallersPolicy, perimeterPolicy } from "./endpoint-policies";
import { accountId, at, usEast1 } from "./identifiers";
import { endpointIds, securityGroupIds, subnetIds, vpcIds } from "./network-ids";

const region = usEast1;
const coreDefaultGroup = { id: securityGroupIds.coreDefault, name: "default" };

/** Kinesis endpoints good and bad, and two endpoints that are none of Kinesis Data Streams. */
export function usEndpoints(): VpcEndpoint[] {
  return [coreKinesis(), coreKinesisFips(), analyticsKinesis(), coreFirehose(), coreS3()];
}

/** One zone, open to all, default policy, and private DNS neither on nor replaced. */
function coreKinesis(): VpcEndpoint {
  return buildInterfaceEndpoint({
    region,
    endpointId: endpointIds.coreKinesis,
    vpcId: vpcIds.core,
    service: "kinesis-streams",
    dnsName: "kinesis.us-east-1.amazonaws.com",
    name: "core-kinesis <b>temporary</b>",
    createdOn: "2021-05-10",
    subnetIds: [subnetIds.coreA],
    groups: [{ id: securityGroupIds.coreEndpoint, name: "vpc-endpoints" }],
    hasPrivateDns: false,
    policy: defaultEndpointPolicy(),
  });
}

/** Left in the VPC's default group, which only lets itself in. */
function coreKinesisFips(): VpcEndpoint {
  return buildInterfaceEndpoint({
    region,
    endpointId: endpointIds.coreKinesisFips,
    vpcId: vpcIds.core,
    service: "kinesis-streams-fips",
    dnsName: "kinesis-fips.us-east-1.amazonaws.com",
    name: "core-kinesis-fips",
    createdOn: "2024-04-22",
    subnetIds: [subnetIds.coreA, subnetIds.coreB],
    groups: [coreDefaultGroup],
    hasPrivateDns: true,
    policy: organizationCallersPolicy(),
  });
}

/** Private DNS is off because the VPC has zones of its own for all three names. */
function analyticsKinesis(): VpcEndpoint {
  return buildInterfaceEndpoint({
    region,
    endpointId: endpointIds.analyticsKinesis,
    vpcId: vpcIds.analytics,
    service: "kinesis-streams",
    dnsName: "kinesis.us-east-1.amazonaws.com",
    name: "analytics-kinesis",
    createdOn: "2024-10-07",
    subnetIds: [subnetIds.analyticsA, subnetIds.analyticsB],
    groups: [{ id: securityGroupIds.analyticsEndpoint, name: "kinesis-endpoint" }],
    hasPrivateDns: false,
    policy: perimeterPolicy(),
  });
}

function coreFirehose(): VpcEndpoint {
  return buildInterfaceEndpoint({
    region,
    endpointId: endpointIds.coreFirehose,
    vpcId: vpcIds.core,
    service: "kinesis-firehose",
    dnsName: "firehose.us-east-1.amazonaws.com",
    name: "core-firehose",
    createdOn: "2022-01-31",
    subnetIds: [subnetIds.coreA, subnetIds.coreB],
    groups: [coreDefaultGroup],
    hasPrivateDns: true,
    policy: defaultEndpointPolicy(),
  });
}

function coreS3(): VpcEndpoint {
  return {
    VpcEndpointId: endpointIds.coreS3,
    VpcEndpointType: "Gateway",
    VpcId: vpcIds.core,
    ServiceName: `com.amazonaws.${region}.s3`,
    ServiceRegion: region,
    State: available,
    PolicyDocument: defaultEndpointPolicy(),
    RouteTableIds: ["rtb-0b20b21c22d23e241"],
    SubnetIds: [],
    Groups: [],
    PrivateDnsEnabled: false,
    RequesterManaged: false,
    NetworkInterfaceIds: [],
    DnsEntries: [],
    CreationTimestamp: at("2021-05-10"),
    OwnerId: accountId,
    Tags: nameTag("core-s3"),
  };
}
