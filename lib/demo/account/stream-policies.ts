import {
  accountRootArn,
  consumerArn,
  organizationAccountIds,
  outsideAccountIds,
  roleArn,
  streamArn,
  usEast1,
} from "./identifiers";
import { minified, pretty } from "./policy-document";
import { uniqueId } from "./unique-id";

const describe = ["kinesis:DescribeStreamSummary", "kinesis:ListShards"];
const read = ["kinesis:GetRecords", "kinesis:GetShardIterator"];
const write = ["kinesis:PutRecord", "kinesis:PutRecords"];

const shipmentReports = roleArn("shipment-reports", "/", organizationAccountIds.analytics);

/** A whole account that nobody knows, for writing and reading. */
export function iotTelemetryPolicy(): string {
  return minified({
    Sid: "vendor <b>pilot</b>, remove",
    Effect: "Allow",
    Principal: { AWS: accountRootArn(outsideAccountIds.monitoringVendor) },
    Action: [...describe, ...read, ...write],
    Resource: streamArn(usEast1, "iot-telemetry"),
  });
}

/** A whole account of the organization. */
export function clickstreamPolicy(): string {
  return pretty({
    Sid: "AnalyticsAccountReads",
    Effect: "Allow",
    Principal: { AWS: accountRootArn(organizationAccountIds.analytics) },
    Action: [...describe, ...read],
    Resource: streamArn(usEast1, "clickstream"),
  });
}

/** Its principal was deleted: AWS shows the unique id that is left of it. */
export function ordersEventsPolicy(): string {
  return pretty({
    Sid: "FormerOrderReports",
    Effect: "Allow",
    Principal: { AWS: uniqueId("AROA", "former-order-reports") },
    Action: [...describe, ...read],
    Resource: streamArn(usEast1, "orders-events"),
  });
}

/** @see https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html */
export function shipmentTrackingPolicy(): string {
  return pretty({
    Sid: "ShipmentReports",
    Effect: "Allow",
    Principal: { AWS: shipmentReports },
    Action: describe,
    Resource: streamArn(usEast1, "shipment-tracking"),
  });
}

export function shipmentConsumerPolicy(consumerName: string, createdOn: string): string {
  return pretty({
    Sid: "ShipmentReports",
    Effect: "Allow",
    Principal: { AWS: shipmentReports },
    Action: ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"],
    Resource: consumerArn(usEast1, "shipment-tracking", consumerName, createdOn),
  });
}
