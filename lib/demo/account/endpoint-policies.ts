import { accountId, euWest1, organizationId, streamArn } from "./identifiers";
import { paymentsRoleArns } from "./payments-role-names";
import { minified, pretty } from "./policy-document";

const fullAccess = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } as const;

/** The text that EC2 gives an endpoint that was created without a policy. */
export function defaultEndpointPolicy(): string {
  return JSON.stringify({ Statement: [fullAccess] }, undefined, 2);
}

/** Two roles, one stream. */
export function paymentsEndpointPolicy(): string {
  const stream = streamArn(euWest1, "payments-ledger");
  return pretty({
    Sid: "LedgerOnly",
    Effect: "Allow",
    Principal: { AWS: [paymentsRoleArns.producer, paymentsRoleArns.consumer] },
    Action: [
      "kinesis:DescribeStream",
      "kinesis:DescribeStreamSummary",
      "kinesis:ListShards",
      "kinesis:PutRecord",
      "kinesis:PutRecords",
      "kinesis:GetRecords",
      "kinesis:GetShardIterator",
      "kinesis:SubscribeToShard",
      "kinesis:DescribeStreamConsumer",
    ],
    Resource: [stream, `${stream}/consumer/*`],
  });
}

/** Half bounded: callers of the organization, but streams of anybody. */
export function organizationCallersPolicy(): string {
  return minified({
    Effect: "Allow",
    Principal: "*",
    Action: "kinesis:*",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId } },
  });
}

/** Bounded on both sides: a data perimeter. */
export function perimeterPolicy(): string {
  return pretty({
    Sid: "OwnIdentitiesOwnStreams",
    Effect: "Allow",
    Principal: "*",
    Action: "kinesis:*",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId, "aws:ResourceAccount": accountId } },
  });
}
