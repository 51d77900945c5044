import type { RoleDetail } from "@aws-sdk/client-iam";
import { buildRole } from "./build-identity";
import { accountId, awsPolicyArn, keyArn, policyArn, roleArn, streamArn, usEast1 } from "./identifiers";
import { usKeyIds } from "./key-ids";
import { usWorkloadsBoundaryArn } from "./policies-platform";
import { minified, pretty } from "./policy-document";
import { trustGitHub, trustService, trustServiceForThisAccount } from "./trust";

const stream = streamArn(usEast1, "orders-events");
const tags = { team: "orders", application: "orders" };
const lastUsed = { on: "2026-08-31", region: usEast1 };

export function ordersRoles(): RoleDetail[] {
  return [producer(), processor(), enrichment(), archivePipe(), lakeChannel(), release()];
}

/** A producer as it should be: one stream by name, its key, and a Deny without TLS. */
function producer(): RoleDetail {
  return buildRole({
    name: "orders-api-producer",
    createdOn: "2024-02-19",
    trust: trustServiceForThisAccount("ecs-tasks.amazonaws.com"),
    tags,
    lastUsed,
    inline: {
      "write-orders": pretty(
        {
          Sid: "WriteOrders",
          Effect: "Allow",
          Action: ["kinesis:PutRecord*", "kinesis:DescribeStreamSummary"],
          Resource: stream,
        },
        {
          Sid: "OrdersKey",
          Effect: "Allow",
          Action: "kms:GenerateDataKey",
          Resource: keyArn(usEast1, usKeyIds.orders),
        },
        {
          Sid: "OverTlsOnly",
          Effect: "Deny",
          Action: "kinesis:*",
          Resource: "*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ),
    },
  });
}

function processor(): RoleDetail {
  return buildRole({
    name: "orders-stream-processor",
    createdOn: "2024-02-19",
    trust: trustService("lambda.amazonaws.com"),
    attached: [policyArn("orders-stream-processing")],
    tags,
    lastUsed,
  });
}

/** AWS's own policy for Lambda reads every stream; the boundary keeps it in one Region. */
function enrichment(): RoleDetail {
  return buildRole({
    name: "order-enrichment-role-x3k9q2pl",
    path: "/service-role/",
    createdOn: "2022-10-03",
    trust: trustService("lambda.amazonaws.com"),
    attached: [awsPolicyArn("AWSLambdaKinesisExecutionRole", "/service-role/")],
    boundary: usWorkloadsBoundaryArn,
    lastUsed,
  });
}

/** Reads by exact ARN, without the right to decrypt. */
function archivePipe(): RoleDetail {
  return buildRole({
    name: "orders-archive-pipe",
    createdOn: "2025-04-28",
    trust: trustService("pipes.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:aws:pipes:${usEast1}:${accountId}:pipe/orders-archive` },
    }),
    tags,
    inline: {
      "read-orders": minified({
        Effect: "Allow",
        Action: [
          "kinesis:DescribeStream",
          "kinesis:GetRecords",
          "kinesis:GetShardIterator",
          "kinesis:ListShards",
        ],
        Resource: stream,
      }),
    },
  });
}

/** The role of the channel that copies orders-events to a bucket of the organization's analytics account. */
function lakeChannel(): RoleDetail {
  return buildRole({
    name: "orders-lake-channel",
    createdOn: "2026-05-11",
    trust: trustServiceForThisAccount("kinesis.amazonaws.com"),
    tags,
    inline: {
      "deliver-to-s3": minified({
        Effect: "Allow",
        Action: ["s3:PutObject", "s3:AbortMultipartUpload"],
        Resource: ["arn:aws:s3:::acme-analytics-orders/*", "arn:aws:s3:::acme-data-platform-undelivered/*"],
      }),
    },
  });
}

/** Administers without records, but may put code into a function that reads them. */
function release(): RoleDetail {
  return buildRole({
    name: "github-orders-release",
    createdOn: "2024-06-17",
    trust: trustGitHub("StringEquals", "repo:acme-retail/orders:environment:production"),
    tags,
    lastUsed,
    inline: {
      "release-orders": pretty(
        {
          Sid: "OwnStream",
          Effect: "Allow",
          Action: ["kinesis:CreateStream", "kinesis:IncreaseStreamRetentionPeriod"],
          Resource: stream,
        },
        {
          Sid: "OwnFunctions",
          Effect: "Allow",
          Action: [
            "lambda:CreateFunction",
            "lambda:UpdateFunctionCode",
            "lambda:UpdateFunctionConfiguration",
          ],
          Resource: `arn:aws:lambda:${usEast1}:${accountId}:function:orders-*`,
        },
        {
          Sid: "PassOrdersRoles",
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: roleArn("orders-*"),
          Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
        },
      ),
    },
  });
}
