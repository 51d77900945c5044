import type { StreamFacts } from "../account-facts";
import { buildConsumer, buildStream } from "./build-stream";
import { aliasArn, keyArn, usEast1 } from "./identifiers";
import { usKeyIds } from "./key-ids";
import { shipmentConsumerPolicy, shipmentTrackingPolicy } from "./stream-policies";

const region = usEast1;
const fraudTags = {
  environment: "prod",
  team: "fraud",
  application: "fraud",
  "data-classification": "confidential",
};

export function fraudCases(): StreamFacts {
  return buildStream({
    region,
    name: "fraud-cases",
    createdOn: "2025-06-10",
    mode: "ON_DEMAND",
    shards: 4,
    retentionHours: 168,
    key: usKeyIds.sharedData,
    tags: fraudTags,
  });
}

/** Its key is pending deletion. */
export function fraudSignals(): StreamFacts {
  return buildStream({
    region,
    name: "fraud-signals",
    createdOn: "2025-06-10",
    mode: "PROVISIONED",
    shards: 6,
    retentionHours: 168,
    key: usKeyIds.fraud,
    tags: fraudTags,
  });
}

/** Who reads it is decided by a tag. */
export function searchIndexUpdates(): StreamFacts {
  return buildStream({
    region,
    name: "search-index-updates",
    createdOn: "2025-03-03",
    mode: "ON_DEMAND",
    shards: 4,
    retentionHours: 720,
    key: keyArn(region, usKeyIds.search),
    tags: { stage: "staging", team: "search", application: "search", "data-classification": "internal" },
  });
}

/** Shared with one role of the organization, by the stream's policy and its consumers'. */
export function shipmentTracking(): StreamFacts {
  const streamName = "shipment-tracking";
  const consumer = { region, streamName };
  return buildStream({
    region,
    name: streamName,
    createdOn: "2024-08-05",
    mode: "PROVISIONED",
    shards: 4,
    retentionHours: 168,
    key: aliasArn(region, "alias/shared-data"),
    tags: {
      environment: "prod",
      team: "fulfilment",
      application: "shipments",
      "data-classification": "internal",
    },
    resourcePolicy: shipmentTrackingPolicy(),
    consumers: [
      buildConsumer({
        ...consumer,
        name: "shipment-reports",
        createdOn: "2025-01-20",
        resourcePolicy: shipmentConsumerPolicy("shipment-reports", "2025-01-20"),
      }),
      buildConsumer({ ...consumer, name: "delivery-notifier", createdOn: "2025-03-11" }),
    ],
  });
}

/** Not encrypted, which weighs less in development. */
export function webSessionsDev(): StreamFacts {
  return buildStream({
    region,
    name: "web-sessions-dev",
    createdOn: "2023-10-02",
    mode: "ON_DEMAND",
    shards: 4,
    retentionHours: 24,
    tags: { environment: "dev", team: "web", application: "sessions", "data-classification": "internal" },
  });
}
