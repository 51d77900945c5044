import type { ManagedPolicyDetail } from "@aws-sdk/client-iam";
import { buildAwsPolicy } from "./build-managed-policy";
import { pretty } from "./policy-document";

/** Documents as AWS publishes them: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
export function awsManagedPolicies(): ManagedPolicyDetail[] {
  return [
    administratorAccess(),
    powerUserAccess(),
    kinesisReadOnlyAccess(),
    kinesisFullAccess(),
    lambdaKinesisExecutionRole(),
    securityAudit(),
  ];
}

function administratorAccess(): ManagedPolicyDetail {
  return buildAwsPolicy({
    name: "AdministratorAccess",
    version: "v1",
    description: "Provides full access to AWS services and resources.",
    createdOn: "2015-02-06",
    editedOn: "2015-02-06",
    document: pretty({ Effect: "Allow", Action: "*", Resource: "*" }),
  });
}

function powerUserAccess(): ManagedPolicyDetail {
  return buildAwsPolicy({
    name: "PowerUserAccess",
    version: "v12",
    description:
      "Provides full access to AWS services and resources, but does not allow management of Users and groups.",
    createdOn: "2015-02-06",
    editedOn: "2026-02-12",
    document: pretty(
      { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
      {
        Effect: "Allow",
        Action: [
          "account:GetAccountInformation",
          "account:GetGovCloudAccountInformation",
          "account:GetPrimaryEmail",
          "account:ListRegions",
          "iam:CreateServiceLinkedRole",
          "iam:DeleteServiceLinkedRole",
          "iam:ListRoles",
          "organizations:DescribeEffectivePolicy",
          "organizations:DescribeOrganization",
        ],
        Resource: "*",
      },
    ),
  });
}

function kinesisFullAccess(): ManagedPolicyDetail {
  return buildAwsPolicy({
    name: "AmazonKinesisFullAccess",
    version: "v1",
    description: "Provides full access to all streams via the AWS Management Console.",
    createdOn: "2015-02-06",
    editedOn: "2015-02-06",
    document: pretty({ Effect: "Allow", Action: "kinesis:*", Resource: "*" }),
  });
}

function kinesisReadOnlyAccess(): ManagedPolicyDetail {
  return buildAwsPolicy({
    name: "AmazonKinesisReadOnlyAccess",
    version: "v1",
    description: "Provides read only access to all streams via the AWS Management Console.",
    createdOn: "2015-02-06",
    editedOn: "2015-02-06",
    document: pretty({
      Effect: "Allow",
      Action: ["kinesis:Get*", "kinesis:List*", "kinesis:Describe*"],
      Resource: "*",
    }),
  });
}

function lambdaKinesisExecutionRole(): ManagedPolicyDetail {
  return buildAwsPolicy({
    name: "AWSLambdaKinesisExecutionRole",
    path: "/service-role/",
    version: "v2",
    description: "Provides list and read access to Kinesis streams and write permissions to CloudWatch logs.",
    createdOn: "2015-04-09",
    editedOn: "2018-11-19",
    document: pretty({
      Effect: "Allow",
      Action: [
        "kinesis:DescribeStream",
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
        "kinesis:ListStreams",
        "kinesis:SubscribeToShard",
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
      ],
      Resource: "*",
    }),
  });
}

/** An extract: the published document has more than a thousand actions. Like it, it lacks kinesis:GetResourcePolicy. */
function securityAudit(): ManagedPolicyDetail {
  return buildAwsPolicy({
    name: "SecurityAudit",
    version: "v93",
    description:
      "The security audit template grants access to read security configuration metadata. It is useful for software that audits the configuration of an AWS account.",
    createdOn: "2015-02-06",
    editedOn: "2026-09-09",
    document: pretty({
      Sid: "BaseSecurityAuditStatement",
      Effect: "Allow",
      Action: [
        "access-analyzer:ListAnalyzers",
        "access-analyzer:ListFindings",
        "cloudformation:DescribeStack*",
        "cloudtrail:DescribeTrails",
        "cloudtrail:GetEventSelectors",
        "cloudtrail:GetTrailStatus",
        "cloudtrail:LookupEvents",
        "ec2:Describe*",
        "ec2:GetManagedPrefixListEntries",
        "events:Describe*",
        "events:List*",
        "firehose:Describe*",
        "firehose:List*",
        "iam:GenerateCredentialReport",
        "iam:GenerateServiceLastAccessedDetails",
        "iam:Get*",
        "iam:List*",
        "kinesis:DescribeLimits",
        "kinesis:DescribeStream",
        "kinesis:DescribeStreamConsumer",
        "kinesis:DescribeStreamSummary",
        "kinesis:ListShards",
        "kinesis:ListStreamConsumers",
        "kinesis:ListStreams",
        "kinesis:ListTagsForStream",
        "kms:Describe*",
        "kms:Get*",
        "kms:List*",
        "organizations:Describe*",
        "organizations:List*",
        "route53:Get*",
        "route53:List*",
        "tag:GetResources",
      ],
      Resource: "*",
    }),
  });
}
