import type { ManagedPolicyDetail } from "@aws-sdk/client-iam";
import { buildCustomerPolicy } from "./build-managed-policy";
import { accountId, consumerArn, euWest1, keyArn, streamArn } from "./identifiers";
import { euKeyIds } from "./key-ids";
import { endpointIds } from "./network-ids";
import { pretty } from "./policy-document";

const stream = streamArn(euWest1, "payments-ledger");
const key = keyArn(euWest1, euKeyIds.paymentsLedger);
const ofThisStream = { StringEquals: { "kms:EncryptionContext:aws:kinesis:arn": stream } };

/** The four policies of the course, one for each role, and the Denies that producers and consumers share. */
export function paymentsPolicies(): ManagedPolicyDetail[] {
  return [administration(), resharding(), production(), consumption(), perimeter()];
}

function administration(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "payments-ledger-administration",
    description: "Lifecycle, tags, retention and encryption of payments-ledger. No records.",
    createdOn: "2026-01-12",
    versions: [
      pretty(
        {
          Sid: "AdministerTheLedger",
          Effect: "Allow",
          Action: [
            "kinesis:CreateStream",
            "kinesis:DeleteStream",
            "kinesis:AddTagsToStream",
            "kinesis:RemoveTagsFromStream",
            "kinesis:IncreaseStreamRetentionPeriod",
            "kinesis:DecreaseStreamRetentionPeriod",
            "kinesis:StartStreamEncryption",
            "kinesis:DescribeStreamSummary",
            "kinesis:ListTagsForStream",
          ],
          Resource: stream,
        },
        {
          Sid: "EncryptWithTheLedgerKey",
          Effect: "Allow",
          Action: "kinesis:StartStreamEncryption",
          Resource: key,
        },
        {
          Sid: "FindStreams",
          Effect: "Allow",
          Action: ["kinesis:ListStreams", "kinesis:DescribeLimits"],
          Resource: "*",
        },
      ),
    ],
  });
}

function resharding(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "payments-ledger-resharding",
    description: "Capacity of payments-ledger.",
    createdOn: "2026-01-12",
    versions: [
      pretty({
        Sid: "ReshardTheLedger",
        Effect: "Allow",
        Action: [
          "kinesis:SplitShard",
          "kinesis:MergeShards",
          "kinesis:DescribeStreamSummary",
          "kinesis:ListShards",
        ],
        Resource: stream,
      }),
    ],
  });
}

function production(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "payments-ledger-production",
    description: "Writes to payments-ledger.",
    createdOn: "2026-01-12",
    versions: [
      pretty(
        {
          Sid: "WriteToTheLedger",
          Effect: "Allow",
          Action: [
            "kinesis:DescribeStreamSummary",
            "kinesis:ListShards",
            "kinesis:PutRecord",
            "kinesis:PutRecords",
          ],
          Resource: stream,
        },
        {
          Sid: "EncryptRecords",
          Effect: "Allow",
          Action: "kms:GenerateDataKey",
          Resource: key,
          Condition: ofThisStream,
        },
      ),
    ],
  });
}

function consumption(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "payments-ledger-consumption",
    description: "Reads payments-ledger with the Kinesis Client Library and one enhanced fan-out consumer.",
    createdOn: "2026-01-12",
    versions: [
      pretty(
        {
          Sid: "ReadTheLedger",
          Effect: "Allow",
          Action: [
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
          ],
          Resource: stream,
        },
        {
          Sid: "ReadByFanOut",
          Effect: "Allow",
          Action: ["kinesis:SubscribeToShard", "kinesis:DescribeStreamConsumer"],
          Resource: consumerArn(euWest1, "payments-ledger", "ledger-archiver", "2026-02-02"),
        },
        {
          Sid: "DecryptRecords",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: key,
          Condition: ofThisStream,
        },
        {
          Sid: "KeepLeases",
          Effect: "Allow",
          Action: [
            "dynamodb:CreateTable",
            "dynamodb:DescribeTable",
            "dynamodb:UpdateTable",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:Scan",
          ],
          Resource: `arn:aws:dynamodb:${euWest1}:${accountId}:table/ledger-archiver*`,
        },
        { Sid: "ReportMetrics", Effect: "Allow", Action: "cloudwatch:PutMetricData", Resource: "*" },
      ),
    ],
  });
}

/** @see https://docs.aws.amazon.com/streams/latest/dev/vpc.html */
function perimeter(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "payments-ledger-perimeter",
    description: "Records of payments-ledger travel through the VPC endpoint and over TLS only.",
    createdOn: "2026-01-19",
    versions: [
      pretty(
        {
          Sid: "ThroughTheEndpointOnly",
          Effect: "Deny",
          Action: [
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:SubscribeToShard",
            "kinesis:PutRecord",
            "kinesis:PutRecords",
          ],
          Resource: [stream, `${stream}/consumer/*`],
          Condition: {
            StringNotEquals: { "aws:SourceVpce": endpointIds.euKinesis },
            Bool: { "aws:ViaAWSService": "false" },
          },
        },
        {
          Sid: "OverTlsOnly",
          Effect: "Deny",
          Action: "kinesis:*",
          Resource: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ),
    ],
  });
}
