import type { RoleDetail } from "@aws-sdk/client-iam";
import { buildRole } from "./build-identity";
import {
  accountRootArn,
  keyArn,
  organizationAccountIds,
  outsideAccountIds,
  roleArn,
  streamArn,
  usEast1,
} from "./identifiers";
import { usKeyIds } from "./key-ids";
import { minified, pretty } from "./policy-document";
import { trustAws } from "./trust";

/** Roles for other accounts: of the organization, of a partner with an external id, of a vendor without one. */
export function crossAccountRoles(): RoleDetail[] {
  return [analyticsReader(), fulfilmentPartner(), monitoringVendor()];
}

/** Its wildcard matches one stream only. */
function analyticsReader(): RoleDetail {
  return buildRole({
    name: "analytics-shipment-reader",
    createdOn: "2025-01-20",
    trust: trustAws(roleArn("shipment-reports", "/", organizationAccountIds.analytics)),
    tags: { team: "analytics" },
    lastUsed: { on: "2026-08-29", region: usEast1 },
    inline: {
      "read-shipments": pretty(
        {
          Sid: "ReadShipments",
          Effect: "Allow",
          Action: [
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
            "kinesis:DescribeStreamSummary",
          ],
          Resource: streamArn(usEast1, "shipment-*"),
        },
        {
          Sid: "SharedKey",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: keyArn(usEast1, usKeyIds.sharedData),
        },
      ),
    },
  });
}

function fulfilmentPartner(): RoleDetail {
  return buildRole({
    name: "partner-fulfilment",
    createdOn: "2024-08-05",
    trust: trustAws(accountRootArn(outsideAccountIds.fulfilmentPartner), {
      StringEquals: { "sts:ExternalId": "acme-fulfilment-2024" },
    }),
    lastUsed: { on: "2026-08-31", region: usEast1 },
    inline: {
      "report-shipments": pretty(
        { Effect: "Allow", Action: "kinesis:PutRecord*", Resource: streamArn(usEast1, "shipment-tracking") },
        { Effect: "Allow", Action: "kms:GenerateDataKey", Resource: keyArn(usEast1, usKeyIds.sharedData) },
      ),
    },
  });
}

function monitoringVendor(): RoleDetail {
  return buildRole({
    name: "vendor-monitoring",
    createdOn: "2020-11-17",
    trust: trustAws(accountRootArn(outsideAccountIds.monitoringVendor)),
    inline: {
      "monitor-telemetry": minified({
        Effect: "Allow",
        Action: ["kinesis:Get*", "kinesis:Describe*", "kinesis:List*", "cloudwatch:GetMetricData"],
        Resource: streamArn(usEast1, "iot-telemetry"),
      }),
    },
  });
}
