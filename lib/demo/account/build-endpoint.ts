import type { State, VpcEndpoint } from "@aws-sdk/client-ec2";
import { nameTag } from "./build-network";
import { accountId, at } from "./identifiers";

export const available = asAnswered("available");

/**
 * EC2 answers the state of an endpoint in lower case; the SDK's own type has it capitalised.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html
 */
function asAnswered(state: string): State {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK does not translate the text, so a real answer has this value and not the type's
  return state as State;
}

interface DemoInterfaceEndpoint {
  readonly region: string;
  readonly endpointId: string;
  readonly vpcId: string;
  /** The last part of the service's name, `kinesis-streams`. */
  readonly service: string;
  readonly dnsName: string;
  readonly name: string;
  readonly createdOn: string;
  readonly subnetIds: readonly string[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly hasPrivateDns: boolean;
  readonly policy: string;
}

export function buildInterfaceEndpoint(endpoint: DemoInterfaceEndpoint): VpcEndpoint {
  const { region, endpointId, vpcId, service, subnetIds, groups, hasPrivateDns } = endpoint;
  const own = `${endpointId}-${endpointId.slice(-8)}.${endpoint.dnsName.split(".")[0]}.${region}.vpce.amazonaws.com`;
  return {
    VpcEndpointId: endpointId,
    VpcEndpointType: "Interface",
    VpcId: vpcId,
    ServiceName: `com.amazonaws.${region}.${service}`,
    ServiceRegion: region,
    State: available,
    PolicyDocument: endpoint.policy,
    SubnetIds: [...subnetIds],
    Groups: groups.map(({ id, name }) => ({ GroupId: id, GroupName: name })),
    IpAddressType: "ipv4",
    DnsOptions: { DnsRecordIpType: "ipv4" },
    PrivateDnsEnabled: hasPrivateDns,
    RequesterManaged: false,
    NetworkInterfaceIds: subnetIds.map((_, index) => `eni-${index}${endpointId.slice(6)}`),
    DnsEntries: [
      { DnsName: own, HostedZoneId: region === "us-east-1" ? "Z7HUB22UULQXV" : "Z38GZ743OKFT7T" },
      ...(hasPrivateDns ? [{ DnsName: endpoint.dnsName, HostedZoneId: "ZONEIDPENDING" }] : []),
    ],
    CreationTimestamp: at(endpoint.createdOn),
    OwnerId: accountId,
    Tags: nameTag(endpoint.name),
  };
}
