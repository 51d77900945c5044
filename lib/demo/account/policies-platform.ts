import type { ManagedPolicyDetail } from "@aws-sdk/client-iam";
import { buildCustomerPolicy } from "./build-managed-policy";
import { keyArn, policyArn, streamArn, usEast1 } from "./identifiers";
import { usKeyIds } from "./key-ids";
import { minified, pretty } from "./policy-document";

/** Legacy identities keep their rights, but only in us-east-1, and none of them changes IAM. */
export const usWorkloadsBoundaryArn = policyArn("us-workloads-boundary");

/** Batch jobs of the inventory reach its own stream and key, so that their documents bear on no other stream. */
export const inventoryBoundaryArn = policyArn("inventory-boundary");

export function platformPolicies(): ManagedPolicyDetail[] {
  return [
    usWorkloadsBoundary(),
    inventoryBoundary(),
    legacyOperations(),
    streamOperations(),
    sandboxEngineering(),
  ];
}

function usWorkloadsBoundary(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "us-workloads-boundary",
    description: "Permissions boundary of identities that predate the European Region.",
    createdOn: "2025-09-15",
    versions: [
      pretty(
        {
          Sid: "UsEastOnly",
          Effect: "Allow",
          NotAction: ["iam:*", "organizations:*", "account:*", "sts:*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:RequestedRegion": usEast1 } },
        },
        {
          Sid: "SeeIdentities",
          Effect: "Allow",
          Action: ["iam:Get*", "iam:List*", "sts:GetCallerIdentity"],
          Resource: "*",
        },
      ),
    ],
  });
}

function inventoryBoundary(): ManagedPolicyDetail {
  const stream = streamArn(usEast1, "inventory-snapshots");
  return buildCustomerPolicy({
    name: "inventory-boundary",
    description: "Permissions boundary of the inventory's batch jobs.",
    createdOn: "2025-09-15",
    versions: [
      pretty(
        {
          Sid: "OwnStream",
          Effect: "Allow",
          Action: "kinesis:*",
          Resource: [stream, `${stream}/consumer/*`],
        },
        { Sid: "OwnKey", Effect: "Allow", Action: "kms:*", Resource: keyArn(usEast1, usKeyIds.inventory) },
        { Sid: "Logs", Effect: "Allow", Action: "logs:*", Resource: "*" },
      ),
    ],
  });
}

function legacyOperations(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "legacy-operations",
    description: "Migrated from the old <b>operations</b> account, to be replaced",
    createdOn: "2020-03-09",
    versions: [minified({ Effect: "Allow", Action: "*", Resource: "*" })],
  });
}

/** Administering and resharding in one document, and an action pattern that spans both. */
function streamOperations(): ManagedPolicyDetail {
  const streams = ["orders-events", "clickstream", "search-index-updates", "shipment-tracking"];
  return buildCustomerPolicy({
    name: "stream-operations",
    description: "On-call operators: tags, retention and capacity",
    createdOn: "2022-05-16",
    versions: [
      pretty({
        Effect: "Allow",
        Action: ["kinesis:AddTagsToStream", "kinesis:SplitShard", "kinesis:MergeShards"],
        Resource: streams.map((name) => streamArn(usEast1, name)),
      }),
      pretty(
        {
          Sid: "TuneStreams",
          Effect: "Allow",
          Action: ["kinesis:AddTagsToStream", "kinesis:Update*", "kinesis:SplitShard", "kinesis:MergeShards"],
          Resource: streams.map((name) => streamArn(usEast1, name)),
        },
        {
          Sid: "Look",
          Effect: "Allow",
          Action: ["kinesis:ListStreams", "kinesis:DescribeStreamSummary", "cloudwatch:GetMetricData"],
          Resource: "*",
        },
      ),
    ],
  });
}

/** A stream of one's own by a policy variable, administering with MFA, and deleting without. */
function sandboxEngineering(): ManagedPolicyDetail {
  return buildCustomerPolicy({
    name: "sandbox-engineering",
    createdOn: "2023-10-02",
    versions: [
      pretty(
        {
          Sid: "OwnSandboxStream",
          Effect: "Allow",
          Action: [
            "kinesis:CreateStream",
            "kinesis:DeleteStream",
            "kinesis:PutRecord",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
          ],
          Resource: streamArn(usEast1, "sandbox-${aws:username}"),
        },
        {
          Sid: "AdministerSessionsWithMfa",
          Effect: "Allow",
          Action: [
            "kinesis:DeleteStream",
            "kinesis:AddTagsToStream",
            "kinesis:IncreaseStreamRetentionPeriod",
          ],
          Resource: streamArn(usEast1, "web-sessions-dev"),
          Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        },
        {
          Sid: "RetireOldStreams",
          Effect: "Allow",
          Action: "kinesis:DeleteStream",
          Resource: [streamArn(usEast1, "iot-telemetry"), streamArn(usEast1, "inventory-snapshots")],
        },
      ),
    ],
  });
}
