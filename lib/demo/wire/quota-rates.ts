export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
  /** Counted for each stream, not for the account. */
  readonly perResource?: true;
  /** Operations that draw from one bucket. */
  readonly bucket?: string;
}

const steady = (perSecond: number): Rate => ({ perSecond, burst: perSecond });

/** @see https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html */
const ec2Read: Rate = { perSecond: 20, burst: 100 };
const ec2ReadUnfiltered: Rate = { perSecond: 10, burst: 50, bucket: "ec2:unfiltered" };

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const stsShared: Rate = { ...steady(600), bucket: "sts" };

/** One bucket for all of Lambda's control plane. */
const lambdaShared: Rate = { ...steady(15), bucket: "lambda" };

/**
 * What AWS documents. Burst is one second's worth where AWS names none; IAM publishes no rates.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html
 * @see https://docs.aws.amazon.com/streams/latest/dev/data-delivery-quotas.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html
 * @see https://docs.aws.amazon.com/general/latest/gr/arg.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 * @see https://docs.aws.amazon.com/firehose/latest/dev/limits.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-requests
 */
const rates: Readonly<Record<string, Rate>> = {
  "kinesis:ListStreams": steady(5),
  "kinesis:DescribeStreamSummary": steady(20),
  "kinesis:GetResourcePolicy": steady(5),
  "kinesis:ListStreamConsumers": { ...steady(5), perResource: true },
  "kinesis:ListTagsForStream": steady(5),
  "kinesis:ListChannels": steady(5),
  "kinesis:DescribeChannel": steady(5),
  "tag:GetResources": steady(15),
  "kms:DescribeKey": steady(2000),
  "kms:GetKeyPolicy": steady(1000),
  "kms:GetKeyRotationStatus": steady(1000),
  "kms:ListAliases": steady(500),
  "kms:ListGrants": steady(100),
  "sts:GetCallerIdentity": stsShared,
  "sts:AssumeRole": stsShared,
  "organizations:ListAccounts": { perSecond: 8, burst: 12 },
  "organizations:ListPoliciesForTarget": { perSecond: 5, burst: 8 },
  "organizations:DescribePolicy": { perSecond: 2, burst: 2 },
  "route53:ListHostedZonesByVPC": steady(5),
  "cloudtrail:LookupEvents": steady(2),
  "lambda:ListFunctions": lambdaShared,
  "lambda:ListEventSourceMappings": lambdaShared,
  "ecs:ListClusters": steady(20),
  "ecs:ListServices": steady(20),
  "ecs:DescribeServices": steady(20),
  "ecs:DescribeTaskDefinition": steady(20),
  "firehose:ListDeliveryStreams": steady(5),
  "firehose:DescribeDeliveryStream": steady(5),
};

export function rateOf(operation: string, input: object): Rate | undefined {
  if (operation === "ec2:DescribeSecurityGroups") {
    return Object.keys(input).some((name) => name !== "DryRun") ? ec2Read : ec2ReadUnfiltered;
  }
  return operation.startsWith("ec2:") ? ec2Read : rates[operation];
}
