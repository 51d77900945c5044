import type { SecurityGroup } from "@aws-sdk/client-ec2";
import { buildDefaultSecurityGroup, buildSecurityGroup } from "./build-network";
import { prefixListId, securityGroupIds, vpcIds } from "./network-ids";

const https = { IpProtocol: "tcp", FromPort: 443, ToPort: 443 };

export function usSecurityGroups(): SecurityGroup[] {
  return [
    buildSecurityGroup({
      groupId: securityGroupIds.coreEndpoint,
      vpcId: vpcIds.core,
      name: "vpc-endpoints",
      description: "Temporary: open, see ticket {NET-1182}",
      inbound: [
        { ...https, IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "=all" }] },
        { IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "10.20.0.0/16" }] },
      ],
    }),
    buildDefaultSecurityGroup(securityGroupIds.coreDefault, vpcIds.core),
    buildSecurityGroup({
      groupId: securityGroupIds.analyticsEndpoint,
      vpcId: vpcIds.analytics,
      name: "kinesis-endpoint",
      description: "HTTPS from the analytics clients",
      inbound: [
        { ...https, PrefixListIds: [{ PrefixListId: prefixListId, Description: "analytics clients" }] },
      ],
    }),
    buildDefaultSecurityGroup(securityGroupIds.sandboxDefault, vpcIds.sandbox),
  ];
}
