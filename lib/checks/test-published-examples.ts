import { streamArnOf } from "@/lib/kinesis/access/test-account";
import { accountId } from "@/lib/model/test-place";
import { keyArn } from "@/lib/model/test-stream";

const stream1 = streamArnOf("stream1");
const everyDuty = ["administer", "share", "reshard", "produce", "consume"];
const dead = `arn:aws:kinesis:*:${accountId}:MyStream`;

interface PublishedExample {
  readonly name: string;
  readonly statements: readonly object[];
  readonly onStream1: readonly string[];
  readonly onOrders: readonly string[];
}

/** What AWS prints as examples, or attaches for its customers: to a role of this account. */
export const identityExamples: readonly PublishedExample[] = [
  {
    name: "7.1: read one stream, by kinesis:Get*",
    statements: [
      { Action: ["kinesis:Get*", "kinesis:DescribeStreamSummary"], Resource: [stream1] },
      { Action: ["kinesis:ListStreams"], Resource: ["*"] },
    ],
    onStream1: ["consume"],
    onOrders: [],
  },
  {
    name: "7.2: write records to any stream",
    statements: [{ Action: ["kinesis:PutRecord"], Resource: [streamArnOf("*")] }],
    onStream1: ["produce"],
    onOrders: ["produce"],
  },
  {
    name: "7.3: any operation on one stream",
    statements: [{ Action: "kinesis:*", Resource: stream1 }],
    onStream1: everyDuty,
    onOrders: [],
  },
  {
    name: "7.4: any operation on any stream, of all Regions",
    statements: [{ Action: "kinesis:*", Resource: `arn:aws:kinesis:*:${accountId}:stream/*` }],
    onStream1: everyDuty,
    onOrders: everyDuty,
  },
  {
    name: "7.9: the KMS producer, whose stream's ARN is malformed",
    statements: [
      { Action: ["kms:GenerateDataKey"], Resource: keyArn },
      { Action: ["kinesis:PutRecord", "kinesis:PutRecords"], Resource: dead },
    ],
    onStream1: [],
    onOrders: [],
  },
  {
    name: "7.10: the KMS consumer, likewise",
    statements: [
      { Action: ["kms:Decrypt"], Resource: keyArn },
      { Action: ["kinesis:GetRecords", "kinesis:DescribeStream"], Resource: dead },
    ],
    onStream1: [],
    onOrders: [],
  },
  {
    name: "7.11: the KMS administrator, who looks only",
    statements: [{ Action: ["kms:List*", "kms:DescribeKey*"], Resource: "*" }],
    onStream1: [],
    onOrders: [],
  },
  {
    name: "7.12: an application of the Kinesis Client Library",
    statements: [
      {
        Action: [
          "kinesis:DescribeStream",
          "kinesis:DescribeStreamSummary",
          "kinesis:RegisterStreamConsumer",
          "kinesis:GetRecords",
          "kinesis:GetShardIterator",
          "kinesis:ListShards",
        ],
        Resource: [stream1],
      },
      {
        Action: ["kinesis:SubscribeToShard", "kinesis:DescribeStreamConsumer"],
        Resource: [`${stream1}/consumer/*`],
      },
      { Action: ["dynamodb:CreateTable", "dynamodb:PutItem"], Resource: "*" },
    ],
    onStream1: ["consume"],
    onOrders: [],
  },
  {
    name: "7.15: only from an endpoint, which allows nothing by itself",
    statements: [
      {
        Effect: "Deny",
        Action: "kinesis:*",
        Resource: [stream1],
        Condition: { StringNotEquals: { "aws:sourceVpce": "vpce-11aa22bb" } },
      },
    ],
    onStream1: [],
    onOrders: [],
  },
  {
    name: "7.17: the tutorial's mixture of producer and consumer",
    statements: [
      {
        Action: [
          "kinesis:DescribeStream",
          "kinesis:PutRecord",
          "kinesis:PutRecords",
          "kinesis:GetShardIterator",
          "kinesis:GetRecords",
        ],
        Resource: [stream1],
      },
      { Action: ["dynamodb:*"], Resource: "*" },
    ],
    onStream1: ["produce", "consume"],
    onOrders: [],
  },
  {
    name: "7.18: AmazonKinesisReadOnlyAccess, which reads records",
    statements: [{ Action: ["kinesis:Get*", "kinesis:List*", "kinesis:Describe*"], Resource: "*" }],
    onStream1: ["consume"],
    onOrders: ["consume"],
  },
  {
    name: "7.19: AWSLambdaKinesisExecutionRole, on every stream",
    statements: [
      {
        Action: [
          "kinesis:DescribeStream",
          "kinesis:DescribeStreamSummary",
          "kinesis:GetRecords",
          "kinesis:GetShardIterator",
          "kinesis:ListShards",
          "kinesis:ListStreams",
          "kinesis:SubscribeToShard",
        ],
        Resource: "*",
      },
    ],
    onStream1: ["consume"],
    onOrders: ["consume"],
  },
  {
    name: "7.20: AmazonKinesisFullAccess",
    statements: [{ Action: "kinesis:*", Resource: "*" }],
    onStream1: everyDuty,
    onOrders: everyDuty,
  },
];
