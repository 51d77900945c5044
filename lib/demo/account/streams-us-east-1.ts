import type { StreamFacts } from "../account-facts";
import { buildConsumer, buildStream } from "./build-stream";
import { keyArn, organizationAccountIds, usEast1 } from "./identifiers";
import { foreignKeyId, usKeyIds } from "./key-ids";
import { clickstreamPolicy, iotTelemetryPolicy, ordersEventsPolicy } from "./stream-policies";
import {
  fraudCases,
  fraudSignals,
  searchIndexUpdates,
  shipmentTracking,
  webSessionsDev,
} from "./streams-us-east-1-newer";

const region = usEast1;

export function usStreams(): StreamFacts[] {
  return [
    auditTrail(),
    clickstream(),
    fraudCases(),
    fraudSignals(),
    inventorySnapshots(),
    iotTelemetry(),
    loyaltyPoints(),
    ordersEvents(),
    searchIndexUpdates(),
    shipmentTracking(),
    webSessionsDev(),
  ];
}

/** The stream that the scanning role may not see in full. */
function auditTrail(): StreamFacts {
  const name = "audit-trail";
  return buildStream({
    region,
    name,
    createdOn: "2023-05-02",
    mode: "PROVISIONED",
    shards: 2,
    retentionHours: 8760,
    key: keyArn(region, usKeyIds.audit),
    consumers: [buildConsumer({ region, streamName: name, name: "siem-forwarder", createdOn: "2023-05-04" })],
    tags: {
      environment: "prod",
      team: "security",
      application: "audit",
      "data-classification": "restricted",
    },
  });
}

/** Shared with a whole account that cannot read it: nobody outside may use the AWS managed key. */
function clickstream(): StreamFacts {
  return buildStream({
    region,
    name: "clickstream",
    createdOn: "2021-03-18",
    mode: "ON_DEMAND",
    shards: 16,
    retentionHours: 24,
    key: keyArn(region, usKeyIds.awsKinesis),
    tags: { env: "production", team: "web", application: "clickstream", "data-classification": "internal" },
    resourcePolicy: clickstreamPolicy(),
  });
}

/** Nobody has tagged it, and its key is disabled. */
function inventorySnapshots(): StreamFacts {
  return buildStream({
    region,
    name: "inventory-snapshots",
    createdOn: "2019-12-10",
    mode: "PROVISIONED",
    shards: 2,
    retentionHours: 24,
    key: keyArn(region, usKeyIds.inventory),
    tags: {},
  });
}

/** What can go wrong, on one stream. */
function iotTelemetry(): StreamFacts {
  return buildStream({
    region,
    name: "iot-telemetry",
    createdOn: "2019-05-20",
    mode: "PROVISIONED",
    shards: 12,
    retentionHours: 24,
    channels: 1,
    tags: { environment: "prod", team: "iot", application: "telemetry", "cost-centre": "=1+1" },
    resourcePolicy: iotTelemetryPolicy(),
  });
}

/** Encrypted with a key of another account of the organization; its tags say two things. */
function loyaltyPoints(): StreamFacts {
  return buildStream({
    region,
    name: "loyalty-points",
    createdOn: "2024-11-11",
    mode: "PROVISIONED",
    shards: 2,
    retentionHours: 72,
    key: keyArn(region, foreignKeyId, organizationAccountIds.analytics),
    tags: { Environment: "prod", environment: "dev", team: "loyalty", application: "loyalty" },
  });
}

/** Production, old, and used by roles and a user that write and read. */
function ordersEvents(): StreamFacts {
  const name = "orders-events";
  return buildStream({
    region,
    name,
    createdOn: "2020-09-28",
    mode: "PROVISIONED",
    shards: 24,
    retentionHours: 168,
    key: "alias/orders-events",
    channels: 1,
    consumers: [
      buildConsumer({ region, streamName: name, name: "order-enrichment", createdOn: "2022-10-03" }),
    ],
    tags: {
      environment: "prod",
      team: "orders",
      application: "orders",
      "data-classification": "confidential",
      perimeter: "required",
    },
    resourcePolicy: ordersEventsPolicy(),
  });
}
