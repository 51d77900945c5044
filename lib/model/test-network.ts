import type { SecurityGroup, SecurityGroupRule, VpcEndpoint } from "@/lib/model/network";
import { accountId, organizationId, read, region } from "@/lib/model/test-place";

export const vpcId = "vpc-0a1";
export const subnetIds = ["subnet-0a1", "subnet-0b2"] as const;
export const securityGroupId = "sg-0a1";
export const endpointId = "vpce-0a1";

/** An endpoint that passes every check, together with `buildSecurityGroup` and `buildSubnets`. */
export function buildEndpoint(change: Partial<VpcEndpoint> = {}): VpcEndpoint {
  const action = "ec2:DescribeVpcEndpoints";
  return {
    id: endpointId,
    accountId,
    region,
    vpcId,
    serviceName: `com.amazonaws.${region}.kinesis-streams`,
    type: read("Interface", action),
    state: read("available", action),
    subnetIds: read([...subnetIds], action),
    securityGroupIds: read([securityGroupId], action),
    privateDnsEnabled: read(true, action),
    ipAddressType: read("ipv4", action),
    policy: read(perimeterPolicy, action),
    networkInterfaceIds: ["eni-0a1", "eni-0b2"],
    dnsNames: [],
    tags: {},
    ...change,
  };
}

const perimeterPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: "*",
      Action: "kinesis:*",
      Resource: "*",
      Condition: {
        StringEquals: { "aws:PrincipalOrgID": organizationId, "aws:ResourceOrgID": organizationId },
      },
    },
  ],
});

export function buildSecurityGroup(change: Partial<SecurityGroup> = {}): SecurityGroup {
  return {
    id: securityGroupId,
    name: "kinesis-endpoint",
    vpcId,
    description: "",
    inboundRules: [buildRule()],
    ...change,
  };
}

/** TCP 443 from the VPC's own addresses. */
export function buildRule(change: Partial<SecurityGroupRule> = {}): SecurityGroupRule {
  return {
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrBlocks: ["10.20.0.0/16"],
    ipv6CidrBlocks: [],
    prefixListIds: [],
    sourceGroupIds: [],
    ...change,
  };
}

export function buildSubnets(zones: readonly string[] = [`${region}a`, `${region}b`]) {
  return subnetIds.map((id, at) => ({ id, vpcId, availabilityZone: zones[at] ?? `${region}a` }));
}
