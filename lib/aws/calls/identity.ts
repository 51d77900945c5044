import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";
import { ec2Read } from "@/lib/aws/calls/ec2-read";

const stsQuotas = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";

/** Who asks, and where. */
export const identityCalls = {
  getCallerIdentity: {
    action: "sts:GetCallerIdentity",
    perSecond: 600,
    rateSource: stsQuotas,
    keeps: ["Account", "Arn"],
  },
  assumeRole: {
    action: "sts:AssumeRole",
    perSecond: 600,
    rateSource: stsQuotas,
    grantedToCaller: true,
    keeps: [],
  },
  describeRegions: {
    action: "ec2:DescribeRegions",
    ...ec2Read,
    keeps: ["RegionName", "OptInStatus"],
  },
} as const satisfies Record<string, AwsCall>;
