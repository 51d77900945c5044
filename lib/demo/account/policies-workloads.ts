import type { ManagedPolicyDetail } from "@aws-sdk/client-iam";
import { buildCustomerPolicy } from "./build-managed-policy";
import { accountId, keyArn, organizationAccountIds, streamArn, usEast1 } from "./identifiers";
import { foreignKeyId, usKeyIds } from "./key-ids";
import { minified, pretty } from "./policy-document";

export function workloadPolicies(): ManagedPolicyDetail[] {
  return [
    ordersStreamProcessing(),
    searchIndexByTeam(),
    inventoryMaintenance(),
    kmsConsumer(),
    fraudScoring(),
  ];
}

/** Writes and reads in one document. v3 splits them, but v2 is still the default. */
function ordersStreamProcessing(): ManagedPolicyDetail {
  const stream = streamArn(usEast1, "orders-events");
  const key = keyArn(usEast1, usKeyIds.orders);
  return buildCustomerPolicy({
    name: "orders-stream-processing",
    description: "Enrichment of order events",
    createdOn: "2024-02-19",
    defaultVersion: 2,
    versions: [
      pretty({ Effect: "Allow", Action: "kinesis:*", Resource: stream }),
      pretty(
        {
          Sid: "ReadAndWriteBack",
          Effect: "Allow",
          Action: ["kinesis:PutRecord*", "kinesis:Get*"],
          Resource: stream,
        },
        { Sid: "AnyRecord", Effect: "Allow", Action: "kinesis:*Record*", Resource: stream },
        { Sid: "OrdersKey", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key },
      ),
      pretty(
        {
          Sid: "Read",
          Effect: "Allow",
          Action: ["kinesis:GetRecords", "kinesis:GetShardIterator"],
          Resource: stream,
        },
        { Sid: "OrdersKey", Effect: "Allow", Action: "kms:Decrypt", Resource: key },
      ),
    ],
  });
}

/** Access by tag: whoever may tag the stream decides who reads it. */
function searchIndexByTeam(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "read-streams-of-own-team",
    createdOn: "2025-03-03",
    versions: [
      pretty(
        {
          Sid: "StreamsOfTheTeam",
          Effect: "Allow",
          Action: [
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:DescribeStreamSummary",
            "kinesis:ListShards",
          ],
          Resource: streamArn(usEast1, "*"),
          Condition: {
            StringEquals: {
              "aws:ResourceTag/team": "${aws:PrincipalTag/team}",
              "aws:ResourceTag/application": "search",
            },
          },
        },
        // Every key of the Region: AWS Security Hub KMS.1.
        {
          Sid: "Decrypt",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: `arn:aws:kms:${usEast1}:${accountId}:key/*`,
        },
      ),
    ],
  });
}

/** An Allow by NotAction: all but deleting, on one stream. */
function inventoryMaintenance(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "inventory-maintenance",
    createdOn: "2021-08-24",
    versions: [
      minified({
        Effect: "Allow",
        NotAction: ["kinesis:DeleteStream", "kinesis:StopStreamEncryption", "kinesis:PutResourcePolicy"],
        Resource: streamArn(usEast1, "inventory-snapshots"),
      }),
    ],
  });
}

/**
 * AWS's own example for consumers of an encrypted stream, pasted: the stream's ARN lacks `stream/`, so it matches nothing.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 */
function kmsConsumer(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "loyalty-kms-consumer",
    createdOn: "2024-11-11",
    versions: [
      pretty(
        {
          Effect: "Allow",
          Action: ["kms:Decrypt"],
          Resource: keyArn(usEast1, foreignKeyId, organizationAccountIds.analytics),
        },
        {
          Effect: "Allow",
          Action: ["kinesis:GetRecords", "kinesis:DescribeStream"],
          Resource: `arn:aws:kinesis:*:${accountId}:MyStream`,
          Condition: { StringEquals: { "aws:RequestedRegion": usEast1 } },
        },
      ),
    ],
  });
}

/** Reads both streams of one application by a wildcard, and writes to one of them. */
function fraudScoring(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "fraud-scoring",
    createdOn: "2025-06-10",
    versions: [
      minified(
        {
          Sid: "ReadFraudStreams",
          Effect: "Allow",
          Action: [
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
            "kinesis:DescribeStreamSummary",
          ],
          Resource: streamArn(usEast1, "fraud-*"),
        },
        {
          Sid: "OpenCases",
          Effect: "Allow",
          Action: ["kinesis:PutRecord", "kinesis:PutRecords"],
          Resource: streamArn(usEast1, "fraud-cases"),
        },
        {
          Sid: "Keys",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: [keyArn(usEast1, usKeyIds.fraud), keyArn(usEast1, usKeyIds.sharedData)],
        },
      ),
    ],
  });
}
