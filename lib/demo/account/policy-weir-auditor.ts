import type { ManagedPolicyDetail } from "@aws-sdk/client-iam";
import { buildCustomerPolicy } from "./build-managed-policy";
import { minified } from "./policy-document";

/** What the role that scans this account holds: metadata, and a Deny on records. */
export function auditorPolicy(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "weir-read-only",
    description: "Metadata for the audit of data streams",
    createdOn: "2026-05-04",
    versions: [
      minified(
        { Sid: "ReadMetadata", Effect: "Allow", Action: metadataActions, Resource: "*" },
        {
          Sid: "NeverRecords",
          Effect: "Deny",
          Action: [
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:SubscribeToShard",
            "kinesis:PutRecord",
            "kinesis:PutRecords",
          ],
          Resource: "*",
        },
      ),
    ],
  });
}

const metadataActions = [
  "kinesis:ListStreams",
  "kinesis:DescribeStreamSummary",
  "kinesis:GetResourcePolicy",
  "kinesis:ListStreamConsumers",
  "kinesis:ListTagsForStream",
  "kinesis:ListChannels",
  "kinesis:DescribeChannel",
  "tag:GetResources",
  "iam:GetAccountAuthorizationDetails",
  "iam:ListAccessKeys",
  "iam:GetAccessKeyLastUsed",
  "iam:GetAccountSummary",
  "kms:ListAliases",
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "ec2:DescribeRegions",
  "ec2:DescribeVpcs",
  "ec2:DescribeVpcEndpoints",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeRouteTables",
  "ec2:DescribeInstances",
  "ec2:DescribeManagedPrefixLists",
  "ec2:GetManagedPrefixListEntries",
  "route53:ListHostedZonesByVPC",
  "organizations:DescribeOrganization",
  "lambda:ListFunctions",
  "lambda:ListEventSourceMappings",
  "firehose:ListDeliveryStreams",
  "firehose:DescribeDeliveryStream",
  "pipes:ListPipes",
  "pipes:DescribePipe",
  "cloudtrail:DescribeTrails",
  "cloudtrail:GetTrailStatus",
  "cloudtrail:GetEventSelectors",
  "events:ListRules",
  "events:ListTargetsByRule",
];
