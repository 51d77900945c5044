import type { RoleDetail } from "@aws-sdk/client-iam";
import { buildRole } from "./build-identity";
import { euWest1, keyArn, policyArn, streamArn, usEast1 } from "./identifiers";
import { euKeyIds } from "./key-ids";
import { inventoryBoundaryArn } from "./policies-platform";
import { brokenPolicyName, repeatedElementPolicyName } from "./policies-unreadable";
import { minified, pretty } from "./policy-document";
import { trustService, trustServiceForThisAccount } from "./trust";

export function workloadRoles(): RoleDetail[] {
  return [inventoryBatch(), nightlyExport(), loyaltyConsumer(), searchIndexer(), profileWriter()];
}

function inventoryBatch(): RoleDetail {
  return buildRole({
    name: "inventory-batch",
    createdOn: "2019-12-10",
    trust: trustService("ec2.amazonaws.com"),
    attached: [policyArn("inventory-maintenance"), policyArn(repeatedElementPolicyName)],
    boundary: inventoryBoundaryArn,
    hasInstanceProfile: true,
    lastUsed: { on: "2026-08-31", region: usEast1 },
  });
}

/** One of its documents is no JSON; the other one can be read. */
function nightlyExport(): RoleDetail {
  return buildRole({
    name: "nightly-export",
    createdOn: "2019-07-01",
    trust: trustService("lambda.amazonaws.com"),
    attached: [policyArn(brokenPolicyName)],
    inline: {
      "see-inventory": minified({
        Effect: "Allow",
        Action: ["kinesis:DescribeStreamSummary", "kinesis:ListShards"],
        Resource: streamArn(usEast1, "inventory-snapshots"),
      }),
    },
    boundary: inventoryBoundaryArn,
  });
}

function loyaltyConsumer(): RoleDetail {
  return buildRole({
    name: "loyalty-consumer",
    createdOn: "2024-11-11",
    trust: trustService("ecs-tasks.amazonaws.com"),
    attached: [policyArn("loyalty-kms-consumer")],
    tags: { team: "loyalty" },
  });
}

/** Reads what its own tag allows it to read. */
function searchIndexer(): RoleDetail {
  return buildRole({
    name: "search-indexer",
    createdOn: "2025-03-03",
    trust: pretty({
      Effect: "Allow",
      Principal: { Service: "pods.eks.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:TagSession"],
    }),
    attached: [policyArn("read-streams-of-own-team")],
    tags: { team: "search", application: "search" },
    lastUsed: { on: "2026-08-31", region: usEast1 },
  });
}

function profileWriter(): RoleDetail {
  return buildRole({
    name: "customer-profile-writer",
    createdOn: "2026-02-09",
    trust: trustServiceForThisAccount("ecs-tasks.amazonaws.com"),
    tags: { team: "customer" },
    lastUsed: { on: "2026-08-31", region: euWest1 },
    inline: {
      "write-profile-changes": pretty(
        {
          Effect: "Allow",
          Action: ["kinesis:PutRecord", "kinesis:PutRecords", "kinesis:DescribeStreamSummary"],
          Resource: streamArn(euWest1, "customer-profile-changes"),
        },
        {
          Effect: "Allow",
          Action: "kms:GenerateDataKey",
          Resource: keyArn(euWest1, euKeyIds.customerProfile),
        },
      ),
    },
  });
}
